package org.upprop.monitor.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.access.BearerToken;

/** Knows people by their tokens. */
@Component
public class Holders {

    private final Map<Holder, BearerToken> tokens = new LinkedHashMap<>();

    Holders(AccessProperties properties) {
        properties.byHolder().forEach((holder, token) -> tokens.put(holder, new BearerToken(token)));
    }

    /** Whose token an {@code Authorization} header holds. */
    public Optional<Holder> of(@Nullable String authorization) {
        Optional<Holder> found = Optional.empty();
        // All of them are looked at, so that the time tells nothing of which one it is.
        for (Map.Entry<Holder, BearerToken> one : tokens.entrySet()) {
            found = one.getValue().isHeldBy(authorization) ? Optional.of(one.getKey()) : found;
        }
        return found;
    }

    /** Whose token somebody typed. */
    public Optional<Holder> typing(String token) {
        return of("Bearer " + token.strip());
    }
}
