package org.upprop.verification.page;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Problems as programs read them; no value of a request ever stands in one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, problem details</a>
 */
public final class Problems {

    private static final String TYPES = "https://upprop.org/problems/";

    private Problems() {}

    /** A problem that has no other explanation than its status. */
    static ProblemDetail of(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = known == null ? "Problem" : known.getReasonPhrase();
        return of(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title);
    }

    public static ProblemDetail of(HttpStatusCode status, String name, String title) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPES + name));
        problem.setTitle(title);
        return problem;
    }

    /** As the answer of a handler. */
    public static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    /** A request that could be read, with a field that is wrong. */
    public static ProblemDetail invalid(String pointer, String code, String rule) {
        ProblemDetail problem = of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The request is not valid");
        problem.setProperty("errors", List.of(Map.of("pointer", pointer, "code", code, "detail", rule)));
        return problem;
    }

    /** A parameter of an address that is wrong. */
    public static ProblemDetail invalidParameter(String parameter, String code, String rule) {
        ProblemDetail problem = of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-parameter", "A parameter is not valid");
        problem.setProperty("errors", List.of(Map.of("parameter", parameter, "code", code, "detail", rule)));
        return problem;
    }
}
