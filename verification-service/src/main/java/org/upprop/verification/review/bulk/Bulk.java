package org.upprop.verification.review.bulk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.verification.review.Verdict;

/**
 * One decision about many.
 *
 * @param matched how many it was to be about
 * @param done about how many it was made so far
 * @param undoable whether it can be undone still, which is 7 days
 */
public record Bulk(
        UUID id,
        String reviewer,
        Verdict verdict,
        @Nullable String reason,
        @Nullable String appeal,
        @Nullable String mark,
        boolean ofOneDomain,
        State state,
        int matched,
        int done,
        Instant startedAt,
        boolean undoable) {

    /** How far it is; its name in lower case is what the database says. */
    public enum State {
        RUNNING,
        DONE,
        UNDOING,
        UNDONE
    }
}
