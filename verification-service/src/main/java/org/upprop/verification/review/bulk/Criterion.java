package org.upprop.verification.review.bulk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.ScreeningMark;
import org.upprop.signature.SignatureId;
import org.upprop.text.InvalidValue;

/**
 * What waits and is meant; all that is said must hold. A change of what is listed is never meant, since to reject it could
 * not be undone.
 *
 * @param mark a mark that it has
 * @param like a signature of the same appeal and mail domain that was sent within an hour of it, before or after
 */
public record Criterion(
        @Nullable AppealSlug appeal,
        @Nullable ScreeningMark mark,
        @Nullable SignatureId like) {

    /** The mark of this name. */
    public static ScreeningMark mark(String id) {
        return Arrays.stream(ScreeningMark.values())
                .filter(mark -> mark.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("mark.unknown", "Must be a mark that signatures can have."));
    }

    /** Nobody means all that waits everywhere. */
    public boolean isEmpty() {
        return appeal == null && mark == null && like == null;
    }
}
