package org.upprop.verification.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.upprop.delivery.Failure;
import org.upprop.verification.language.Languages;
import org.upprop.verification.visit.TooManyVisits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/** What goes wrong, as a problem where a program asked and as a page where a person did. */
@ControllerAdvice
class Failures extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Pages pages;

    Failures(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> on(BodyTooLarge tooLarge, WebRequest request) {
        return answer(Problems.of(HttpStatus.CONTENT_TOO_LARGE), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> on(TooManyVisits tooMany, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
        return answer(Problems.of(HttpStatus.TOO_MANY_REQUESTS), headers, request);
    }

    /** A form that is no form, as the server finds out when somebody asks for its fields. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> on(InvalidParameterException unreadable, WebRequest request) {
        return answer(Problems.of(HttpStatus.valueOf(unreadable.getErrorCode())), new HttpHeaders(), request);
    }

    /** An outage, or an appeal that was not read yet, is over some time; anything else is a fault of ours. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> on(RuntimeException failed, WebRequest request) {
        Failure failure = Failure.of(failed);
        if (failure instanceof Failure.Outage || failure instanceof Failure.Ahead) {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            return answer(Problems.of(HttpStatus.SERVICE_UNAVAILABLE), headers, request);
        }
        LOG.error("A request failed: {}", trace(failed));
        return answer(Problems.of(HttpStatus.INTERNAL_SERVER_ERROR), new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = switch (unreadable.getMostSpecificCause()) {
            case BodyTooLarge tooLarge -> Problems.of(HttpStatus.CONTENT_TOO_LARGE);
            case MismatchedInputException mismatched
            when !mismatched.getPath().isEmpty() ->
                Problems.invalid(pointer(mismatched), "field.invalid", "Unknown, or of another type.");
            default -> Problems.of(HttpStatus.BAD_REQUEST);
        };
        return answer(problem, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problems.of(status), headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        HttpServletRequest servlet = ((ServletWebRequest) request).getRequest();
        HttpStatusCode status = HttpStatusCode.valueOf(problem.getStatus());
        if (servlet.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(status).headers(headers).body(problem);
        }
        ResponseEntity<String> page = pages.problem(
                status,
                Languages.forReader(servlet.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                pageOf(problem.getStatus()));
        return ResponseEntity.status(status)
                .headers(headers)
                .headers(page.getHeaders())
                .body(page.getBody());
    }

    static String pageOf(int status) {
        return switch (status) {
            case 404 -> "page";
            case 429 -> "many";
            case 503 -> "away";
            default -> status < 500 ? "request" : "error";
        };
    }

    private static String pointer(MismatchedInputException mismatched) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : mismatched.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? step.getIndex()
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** Without messages, which may quote what a person has sent. */
    private static String trace(Throwable failed) {
        StringBuilder trace = new StringBuilder();
        Stream.iterate(failed, cause -> cause != null, Throwable::getCause).forEach(cause -> {
            trace.append(cause.getClass().getName());
            Stream.of(cause.getStackTrace())
                    .limit(20)
                    .forEach(frame -> trace.append("\n\tat ").append(frame));
            trace.append('\n');
        });
        return trace.toString();
    }
}
