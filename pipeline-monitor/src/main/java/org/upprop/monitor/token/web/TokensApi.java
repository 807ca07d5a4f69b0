package org.upprop.monitor.token.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.access.Grant;
import org.upprop.access.Holder;
import org.upprop.access.Role;
import org.upprop.appeal.AppealSlug;
import org.upprop.monitor.token.MadeToken;
import org.upprop.monitor.token.TokenRefused;
import org.upprop.monitor.token.TokenWish;
import org.upprop.monitor.token.messaging.Tokens;
import org.upprop.monitor.web.Problems;

/** Who was given a token, as JSON. A token itself is told once, to whoever makes it. */
@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
class TokensApi {

    private final Tokens tokens;

    TokensApi(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    ResponseEntity<TokensJson> all(Holder who) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new TokensJson(tokens.all().stream().map(TokenJson::of).toList()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TokenJson> make(Holder who, @RequestBody TokenWish wish) throws InterruptedException {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(TokenJson.of(tokens.make(who, wish)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(Holder who, @PathVariable String id) throws InterruptedException {
        if (!tokens.revoke(who, id)) {
            throw Problems.of(HttpStatus.NOT_FOUND, "no-such-token", "There is no such token.");
        }
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ErrorResponse on(TokenRefused refused) {
        return Problems.invalid(refused.why().pointer(), refused.why().code(), refused.rule());
    }

    record TokensJson(List<TokenJson> items) {}

    /**
     * @param appeals for which it is; null for all
     * @param token itself, where it was just made
     */
    record TokenJson(
            String id,
            Role role,
            String holder,
            @Nullable List<AppealSlug> appeals,
            Instant madeAt,
            @Nullable Instant endsAt,
            @Nullable String token) {

        static TokenJson of(Grant grant) {
            return of(grant, null);
        }

        static TokenJson of(MadeToken made) {
            return of(made.grant(), made.token().secret());
        }

        private static TokenJson of(Grant grant, @Nullable String token) {
            return new TokenJson(
                    grant.id(),
                    grant.role(),
                    grant.holder(),
                    grant.appeals().isEmpty() ? null : grant.appeals(),
                    grant.madeAt(),
                    grant.endsAt(),
                    token);
        }

        @Override
        public String toString() {
            return "TokenJson[" + id + "]";
        }
    }
}
