package org.upprop.publication.list.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.upprop.delivery.Away;
import org.upprop.delivery.Failure;
import org.upprop.publication.export.ExportsBusy;

/** Says in JSON what went wrong; nothing that was sent is repeated. */
@Order(0)
@RestControllerAdvice(assignableTypes = {ListApi.class, HistoryApi.class, CountEvents.class, ExportApi.class})
class ListApiProblems {

    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @ExceptionHandler
    ProblemDetail on(UnknownAppeal unknown) {
        return problem(HttpStatus.NOT_FOUND, "unknown-appeal", "There is no appeal of that name.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(InvalidParameter invalid) {
        ProblemDetail problem = problem(invalid.status(), "invalid-parameter", "A parameter of the address is wrong.");
        problem.setProperty(
                "errors",
                List.of(Map.of("parameter", invalid.parameter(), "code", invalid.code(), "detail", invalid.rule())));
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AppealsUnread unread) {
        return later("The appeals have not been read yet.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Away away) {
        return later("Too many listen already.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ExportsBusy busy) {
        return later("As many lists are downloaded as may be at once.");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> on(RuntimeException failed) {
        if (Failure.of(failed) instanceof Failure.Outage) {
            return later("The list cannot be read at the moment.");
        }
        throw failed;
    }

    private static ResponseEntity<ProblemDetail> later(String detail) {
        return ResponseEntity.of(problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()))
                .build();
    }

    private static ProblemDetail problem(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("https://upprop.org/problems/" + name));
        return problem;
    }
}
