package org.upprop.monitor.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Problems as programs read them; no value of a request ever stands in one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, problem details</a>
 */
public final class Problems {

    private static final String TYPES = "https://upprop.org/problems/";
    private static final String SOON = "1";

    private Problems() {}

    public static ErrorResponseException of(HttpStatus status, String name, String detail) {
        return new ErrorResponseException(status, problem(status, name, detail), null);
    }

    /** A body that could be read, with a field that is wrong; an empty pointer is the whole of it. */
    public static ErrorResponseException invalid(String pointer, String code, String rule) {
        return wrong(
                "invalid", "A field of the body is wrong.", Map.of("pointer", pointer, "code", code, "detail", rule));
    }

    /** A parameter of an address that is wrong. */
    public static ErrorResponseException invalidParameter(String parameter, String code, String rule) {
        return wrong(
                "invalid-parameter",
                "A parameter of the address is wrong.",
                Map.of("parameter", parameter, "code", code, "detail", rule));
    }

    /** Something that will work soon. */
    public static ErrorResponseException later(String detail) {
        ErrorResponseException later = of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail);
        later.getHeaders().set(HttpHeaders.RETRY_AFTER, SOON);
        return later;
    }

    private static ErrorResponseException wrong(String name, String detail, Map<String, String> error) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        ProblemDetail problem = problem(status, name, detail);
        problem.setProperty("errors", List.of(error));
        return new ErrorResponseException(status, problem, null);
    }

    private static ProblemDetail problem(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + name));
        return problem;
    }
}
