package org.upprop.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.upprop.intake.input.InputError;
import org.upprop.intake.input.InputErrorCount;
import org.upprop.page.web.ErrorPages;

/**
 * Turns whatever a request fails with into a problem of this service, or into a page where a page was asked for; no message
 * of an exception gets through.
 */
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final ErrorPages pages;
    private final InputErrorCount errors;

    ProblemAnswers(ErrorPages pages, InputErrorCount errors) {
        this.pages = pages;
        this.errors = errors;
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ResponseEntity<ProblemDetail> answer = switch (UnreadableJson.of(unreadable)) {
            case UnreadableJson.WrongType(var error) -> Problem.invalid(counted(error));
            case UnreadableJson.UnknownField(var error) -> Problem.MALFORMED.naming(counted(error));
            case UnreadableJson.Excessive(var limits) -> Problem.MALFORMED.answer(limits);
            case UnreadableJson.Malformed malformed -> Problem.MALFORMED.answer();
        };
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failed, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return super.handleExceptionInternal(failed, body(failed, status), headers, status, request);
    }

    /** Whoever reads pages gets a page. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest http = ((ServletWebRequest) request).getRequest();
        if (body instanceof ProblemDetail problem) {
            Problem.at(http.getRequestURI(), problem);
        }
        return pages.answer(status, headers, http)
                .orElseGet(() -> super.createResponseEntity(body, asProblem(headers), status, request));
    }

    /** Said before anybody asks what is accepted: who accepts nothing that there is still hears what is wrong. */
    private static HttpHeaders asProblem(HttpHeaders headers) {
        HttpHeaders typed = new HttpHeaders();
        typed.addAll(headers);
        typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return typed;
    }

    @ExceptionHandler
    ResponseEntity<Object> handleUnforeseen(RuntimeException failed, WebRequest request) {
        // The message of an exception may quote what was sent, so only its type and place are logged.
        StackTraceElement[] trace = failed.getStackTrace();
        LOG.error(
                "A request failed with {} at {}",
                failed.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return createResponseEntity(
                Problem.bodyOf(HttpStatus.INTERNAL_SERVER_ERROR),
                new HttpHeaders(),
                HttpStatus.INTERNAL_SERVER_ERROR,
                request);
    }

    private List<InputError> counted(InputError error) {
        errors.add(List.of(error));
        return List.of(error);
    }

    /** What was thrown as a {@link Problem} stays; what the framework says is replaced by the problem of that status. */
    private static ProblemDetail body(Exception failed, HttpStatusCode status) {
        return failed instanceof ErrorResponseException own && Problem.isOne(own.getBody())
                ? own.getBody()
                : Problem.bodyOf(status);
    }
}
