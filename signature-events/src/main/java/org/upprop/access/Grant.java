package org.upprop.access;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;

/**
 * A token that somebody was given: a value of {@code tokens.v1}. A null under its id revokes it, for good.
 *
 * @param id which token it is; no secret, and no part of it
 * @param holder the name of whom it was given to
 * @param appeals for which it is; none means for all
 * @param hash of the token, which itself is kept nowhere
 * @param endsAt from when on it is none any more; never, if absent
 */
public record Grant(
        String id,
        Role role,
        String holder,
        List<AppealSlug> appeals,
        String hash,
        Instant madeAt,
        @Nullable Instant endsAt) {

    public Grant {
        Stream.of(id, role, holder, hash, madeAt).forEach(Objects::requireNonNull);
        appeals = List.copyOf(appeals);
    }

    public boolean hasEnded(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    /** Who proves to be there by the token. */
    public Holder to() {
        return new Holder(holder, role, appeals);
    }
}
