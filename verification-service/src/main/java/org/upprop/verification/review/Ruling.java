package org.upprop.verification.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says of a signature.
 *
 * @param reason kept as long as the decision stands; nothing where none was given
 * @param seen since when that waited which they looked at, so that nothing else is approved or rejected by it; nothing
 *     where whatever stands now is meant
 * @param bulk the action on many that it is part of
 */
public record Ruling(
        Reviewer by,
        Verdict verdict,
        @Nullable String reason,
        @Nullable Instant seen,
        @Nullable UUID bulk) {}
