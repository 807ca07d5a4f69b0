package org.upprop.verification.review.bulk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.verification.review.Verdict;

/**
 * One decision about many.
 *
 * @param undoneBy who wanted it undone, if somebody did
 * @param holder who carries it out just now, if anybody does
 * @param matched how many it was to be about
 * @param done about how many it was made so far; exact once it has ended
 * @param undoable whether it can be undone still, which is 7 days
 */
public record Bulk(
        UUID id,
        String reviewer,
        @Nullable String undoneBy,
        @Nullable UUID holder,
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
