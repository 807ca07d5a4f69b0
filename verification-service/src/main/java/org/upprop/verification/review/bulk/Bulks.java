package org.upprop.verification.review.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.SignatureId;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.review.Waiting;

/** The decisions about many, which one instance at a time carries out. */
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
    List<Bulk> latest(int limit);

    /** One that is to be carried out or undone, for whoever takes it alone until they are late. */
    Optional<Bulk> take();

    /**
     * Keeps what was taken for longer; false where somebody else has it, or where it is in another state meanwhile.
     *
     * @param done about how many it was made since
     */
    boolean keep(Bulk taken, int done);

    /** Gives back what was taken and nobody else has, as finished or as it was. */
    void release(Bulk taken, boolean finished);

    /** What is still to be decided, in the order of the queue, behind a place. */
    List<Waiting.Place> waiting(Bulk bulk, Waiting.Place after, int limit);

    /** What was decided as part of it, in that order, behind an action. */
    List<Done> decided(Bulk bulk, long after, int limit);

    /** Forgets those that are older than a year. */
    int purge();

    /** How many were meant at a moment. */
    record Count(int matched, Instant at) {}

    /** What an action made of a signature. */
    record Done(long action, SignatureId signature) {}
}
