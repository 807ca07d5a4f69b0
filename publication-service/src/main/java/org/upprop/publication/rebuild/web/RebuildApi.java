package org.upprop.publication.rebuild.web;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.access.Holders;
import org.upprop.access.Role;
import org.upprop.publication.rebuild.Rebuild;

/** Starts a rebuild and tells how far it is, to operators alone. */
@RestController
@RequestMapping(path = RebuildApi.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class RebuildApi {

    static final String PATH = "/api/v1/publication/rebuild";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Rebuild rebuild;
    private final Holders holders;
    private final InstantSource clock;

    RebuildApi(Rebuild rebuild, Holders holders, InstantSource clock) {
        this.rebuild = rebuild;
        this.holders = holders;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<ProgressJson> start(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization)
            throws SQLException {
        requireOperator(authorization);
        if (!rebuild.start()) {
            throw new ErrorResponseException(HttpStatus.CONFLICT, goesOnAlready(), null);
        }
        return ResponseEntity.accepted().location(URI.create(PATH)).body(progress());
    }

    @GetMapping
    ResponseEntity<ProgressJson> progress(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        requireOperator(authorization);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(progress());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(SQLException away) {
        ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        return ResponseEntity.of(problem)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()))
                .build();
    }

    private ProgressJson progress() {
        return ProgressJson.of(rebuild.progress(), clock.instant());
    }

    private void requireOperator(@Nullable String authorization) {
        if (holders.of(authorization, Role.OPERATOR).isEmpty()) {
            ErrorResponseException refused = new ErrorResponseException(HttpStatus.UNAUTHORIZED);
            refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"operator\"");
            throw refused;
        }
    }

    private static ProblemDetail goesOnAlready() {
        return problem(HttpStatus.CONFLICT, "rebuild-goes-on");
    }

    private static ProblemDetail problem(HttpStatus status, String name) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("https://upprop.org/problems/" + name));
        return problem;
    }
}
