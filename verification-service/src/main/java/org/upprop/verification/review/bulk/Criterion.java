package org.upprop.verification.review.bulk;

import org.jspecify.annotations.Nullable;
import org.upprop.signature.SignatureId;

/**
 * What waits and is meant; all that is said must hold. A change of what is listed is never meant, since to reject it could
 * not be undone.
 *
 * @param appeal its slug
 * @param mark a mark that it has
 * @param like a signature of the same appeal and mail domain that was sent within an hour of it, before or after
 */
public record Criterion(
        @Nullable String appeal,
        @Nullable String mark,
        @Nullable SignatureId like) {

    /** Nobody means all that waits everywhere. */
    public boolean isEmpty() {
        return appeal == null && mark == null && like == null;
    }
}
