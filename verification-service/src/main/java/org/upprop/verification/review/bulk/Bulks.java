package org.upprop.verification.review.bulk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.SignatureId;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Verdict;

/** The decisions about many, which one instance at a time carries out. */
public interface Bulks {

    int count(Criterion criterion);

    /** Writes one down, about what waits now. */
    UUID start(Reviewer by, Verdict verdict, @Nullable String reason, Criterion criterion);

    /** Asks for one to be undone; false where that is not possible any more. */
    boolean undo(UUID bulk);

    Optional<Bulk> find(UUID bulk);

    /** The latest ones. */
    List<Bulk> latest(int limit);

    /** One that is to be carried out or undone, for this instance alone until it is late. */
    Optional<Bulk> take();

    /** Keeps what was taken for longer; false where it is in another state meanwhile. */
    boolean keep(Bulk taken);

    /** Gives back what was taken, as finished or as it was. */
    void release(Bulk taken, boolean finished);

    /** What is still to be decided, by id, behind one. */
    List<SignatureId> waiting(Bulk bulk, @Nullable SignatureId after, int limit);

    /** What was decided as part of it and stands so still, by id, behind one. */
    List<SignatureId> decided(Bulk bulk, @Nullable SignatureId after, int limit);

    /** Forgets those that are older than a year. */
    int purge();
}
