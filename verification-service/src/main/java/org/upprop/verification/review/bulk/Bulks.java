package org.upprop.verification.review.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.access.Remit;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Verdict;

/** The decisions about many, as reviewers ask for them. */
public interface Bulks {

    /** How many wait and are meant, and when that was. */
    Count count(Criterion criterion);

    /**
     * Writes one down.
     *
     * @param counted about what waited then and has not changed since; nothing for now
     */
    UUID start(Reviewer by, Verdict verdict, @Nullable String reason, Criterion criterion, @Nullable Instant counted);

    /** Asks for one to be undone; false where that is not possible any more. */
    boolean undo(Reviewer by, UUID bulk);

    Optional<Bulk> find(UUID bulk);

    /** The latest ones. */
    List<Bulk> latest(int limit, Remit remit);

    /** Forgets those that are older than a year. */
    int purge();

    /** How many were meant at a moment. */
    record Count(int matched, Instant at) {}
}
