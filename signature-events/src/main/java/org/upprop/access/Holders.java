package org.upprop.access;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows people by their tokens: by those in settings, and by those that were given to them while everything runs. */
public final class Holders {

    private final List<Held> configured;
    private final Grants grants;
    private final InstantSource clock;

    public Holders(Collection<? extends ConfiguredTokens> configured, Grants grants, InstantSource clock) {
        this.configured = configured.stream()
                .flatMap(tokens -> tokens.byHolder().entrySet().stream())
                .map(one -> new Held(one.getValue().hash(), one.getKey()))
                .toList();
        this.grants = grants;
        this.clock = clock;
    }

    /** Whose token an {@code Authorization} header holds, if they may do this. */
    public Optional<Holder> of(@Nullable String authorization, Role asked) {
        return BearerToken.in(authorization).flatMap(token -> of(token, asked));
    }

    /** Whose token it is, if they may do this. */
    public Optional<Holder> of(BearerToken token, Role asked) {
        return holding(token).filter(holder -> holder.may(asked)).findFirst();
    }

    /** Whether an {@code Authorization} header holds anybody's token at all. */
    public boolean know(@Nullable String authorization) {
        return BearerToken.in(authorization)
                .flatMap(token -> holding(token).findAny())
                .isPresent();
    }

    /** All who may do this, by the hashes of their tokens. */
    public Map<String, Holder> who(Role asked) {
        return held().filter(held -> held.by().may(asked))
                .collect(Collectors.toMap(Held::hash, Held::by, (first, second) -> first));
    }

    private Stream<Holder> holding(BearerToken token) {
        String hash = token.hash();
        return held().filter(held -> held.hash().equals(hash)).map(Held::by);
    }

    private Stream<Held> held() {
        return Stream.concat(configured.stream(), granted());
    }

    /** None before all is known, since who was revoked would be somebody again for as long as that takes. */
    private Stream<Held> granted() {
        return Stream.of(grants)
                .filter(Grants::areRead)
                .flatMap(read -> read.all().stream())
                .filter(grant -> !grant.hasEnded(clock.instant()))
                .map(grant -> new Held(grant.hash(), grant.to()));
    }

    private record Held(String hash, Holder by) {}
}
