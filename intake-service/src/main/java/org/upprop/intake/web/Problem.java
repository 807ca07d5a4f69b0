package org.upprop.intake.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.upprop.intake.input.InputError;

/**
 * Every way in which this service says no; the type of each is stable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, problem details</a>
 */
public enum Problem {
    MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    IDEMPOTENCY_KEY_INVALID(HttpStatus.BAD_REQUEST, "The Idempotency-Key cannot be read"),
    UNAUTHORISED(HttpStatus.UNAUTHORIZED, "The organiser's token is missing or wrong"),
    FOREIGN_SITE(HttpStatus.FORBIDDEN, "Pages of that site may not do this here"),
    ANOTHER_APPEAL(HttpStatus.FORBIDDEN, "The token is for other appeals"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address"),
    UNKNOWN_APPEAL(HttpStatus.NOT_FOUND, "There is no such appeal"),
    UNKNOWN_VERSION(HttpStatus.NOT_FOUND, "The appeal has no such version"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take that method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer is JSON"),
    NOT_YET_OPEN(HttpStatus.CONFLICT, "The appeal is not open yet"),
    CLOSED(HttpStatus.GONE, "The appeal is closed"),
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "The body took too long"),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "The appeal has another revision"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    NOT_JSON(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON"),
    ENCODED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must not be compressed or encoded otherwise"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "Something is missing or wrong"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The Idempotency-Key stands for another signature"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "More comes from this network, or to this appeal, than usual"),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "Something failed that nobody foresaw"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Nothing can be taken at the moment"),
    PAUSED(HttpStatus.SERVICE_UNAVAILABLE, "The appeal takes no signatures for the moment");

    private static final String TYPES = "https://upprop.org/problems/";

    /** Long enough for a broker to come back, short enough for somebody who waits at a form. */
    private static final String RETRY_AFTER_SECONDS = "5";

    /** Somebody put the brake on and somebody has to take it off. */
    private static final String PAUSED_RETRY_AFTER_SECONDS = "60";

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What names this problem in an answer, as a URI that is stable and leads nowhere. */
    public URI type() {
        return URI.create(TYPES + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The answer, for a controller that has come to it. */
    public ResponseEntity<ProblemDetail> answer() {
        return answer(null);
    }

    /** The answer with a sentence that helps; it must not repeat what was sent. */
    public ResponseEntity<ProblemDetail> answer(@Nullable String detail) {
        return ResponseEntity.status(status).headers(headers()).body(body(detail));
    }

    /** The same for code that has no answer to return. */
    public ErrorResponseException exception() {
        return exception(null);
    }

    public ErrorResponseException exception(@Nullable String detail) {
        ErrorResponseException exception = new ErrorResponseException(status, body(detail), null);
        exception.getHeaders().addAll(headers());
        return exception;
    }

    /** The answer to an input, with all that is wrong with it. */
    public static ResponseEntity<ProblemDetail> invalid(List<InputError> errors) {
        return INVALID.naming(errors);
    }

    /** The answer with the fields that led to it. */
    ResponseEntity<ProblemDetail> naming(List<InputError> errors) {
        ResponseEntity<ProblemDetail> answer = answer();
        Objects.requireNonNull(answer.getBody()).setProperty("errors", errors);
        return answer;
    }

    static boolean isOne(ProblemDetail body) {
        return body.getType() != null && body.getType().toString().startsWith(TYPES);
    }

    /** The last part of its type, or what stands for all that have no type of their own. */
    static String nameOf(ProblemDetail body) {
        return isOne(body) ? String.valueOf(body.getType()).substring(TYPES.length()) : "other";
    }

    /** What an answer of this status says where the framework found the mistake. */
    static ProblemDetail bodyOf(HttpStatusCode status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status.isSameCodeAs(status))
                .findFirst()
                .map(problem -> problem.body(null))
                .orElseGet(() -> ProblemDetail.forStatus(status));
    }

    /** Names the place where it happened; a path that is no URI by itself, such as {@code //}, counts as the root. */
    static ProblemDetail at(String path, ProblemDetail body) {
        try {
            body.setInstance(new URI(path));
        } catch (URISyntaxException odd) {
            body.setInstance(URI.create("/"));
        }
        return body;
    }

    private ProblemDetail body(@Nullable String detail) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(type());
        body.setTitle(title);
        body.setDetail(detail);
        return body;
    }

    private HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        switch (this) {
            case PAUSED -> headers.set(HttpHeaders.RETRY_AFTER, PAUSED_RETRY_AFTER_SECONDS);
            case UNAVAILABLE -> headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            case UNAUTHORISED -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"organiser\"");
            case ENCODED -> headers.set(HttpHeaders.ACCEPT_ENCODING, "identity");
            default -> {}
        }
        return headers;
    }
}
