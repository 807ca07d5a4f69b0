package org.upprop.verification.review.bulk;

import java.util.List;
import java.util.Optional;
import org.upprop.signature.SignatureId;
import org.upprop.verification.review.Waiting;

/** What is to be done of the decisions about many, each by one instance at a time. */
public interface BulkWork {

    /** One that is to be carried out or undone, for whoever takes it alone until they are late. */
    Optional<Bulk> take();

    /**
     * Keeps what was taken for longer; false where somebody else has it, or where it is in another state meanwhile.
     *
     * @param done about how many it was made since
     */
    boolean keep(Bulk taken, int done);

    /** Whether it is still to be carried out by whoever took it; until the end of the transaction nothing changes that. */
    boolean isHeld(Bulk taken);

    /** Gives back what was taken and nobody else has, as finished or as it was. */
    void release(Bulk taken, boolean finished);

    /** What is still to be decided, in the order of the queue, behind a place. */
    List<Waiting.Place> waiting(Bulk bulk, Waiting.Place after, int limit);

    /** What was decided as part of it, in that order, behind an action. */
    List<Done> decided(Bulk bulk, long after, int limit);

    /** What an action made of a signature. */
    record Done(long action, SignatureId signature) {}
}
