package org.upprop.verification.review.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.access.BearerToken;
import org.upprop.verification.review.Reviewer;

/** Knows reviewers by their tokens. */
@Component
class Reviewers {

    private final Map<Reviewer, BearerToken> tokens = new LinkedHashMap<>();

    Reviewers(ReviewerProperties properties) {
        properties.byName().forEach((name, token) -> tokens.put(new Reviewer(name), new BearerToken(token)));
    }

    /** Who an {@code Authorization} header shows to be a reviewer. */
    Optional<Reviewer> holding(@Nullable String authorization) {
        Optional<Reviewer> found = Optional.empty();
        // All of them are looked at, so that the time tells nothing of which one it is.
        for (Map.Entry<Reviewer, BearerToken> one : tokens.entrySet()) {
            found = one.getValue().isHeldBy(authorization) ? Optional.of(one.getKey()) : found;
        }
        return found;
    }

    /** Who a typed token shows to be a reviewer. */
    Optional<Reviewer> typing(String token) {
        return holding("Bearer " + token.strip());
    }
}
