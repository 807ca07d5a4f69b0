package org.upprop.verification.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.access.Remit;
import org.upprop.signature.SignatureId;
import org.upprop.verification.comment.CommentVerdict;
import org.upprop.verification.signature.SignatureState;

/** What reviewers did, written in the transaction that does it, and kept for a year. */
public interface AuditTrail {

    /** Writes down that a signature moved. */
    void moved(Ruling ruling, SignatureId signature, SignatureState from, SignatureState to);

    /** Writes down that the comment of a signature moved. */
    void moved(Reviewer by, SignatureId signature, CommentVerdict verdict, @Nullable String reason);

    /**
     * Writes down what moved no signature.
     *
     * @param subject what it was done to, never anything personal
     */
    void noted(
            Reviewer by,
            String action,
            @Nullable SignatureId signature,
            @Nullable String subject,
            @Nullable String reason);

    /** What was done lately, the latest first, and all of it before an action. */
    List<PastAction> before(long action, int limit, Remit remit);

    /** What was done last to a signature. */
    Optional<PastAction> last(SignatureId signature);

    /** What was done last to the comment of a signature. */
    Optional<PastAction> lastOfComment(SignatureId signature);

    /** Whether what was done last to a signature was part of an action on many. */
    boolean isLast(SignatureId signature, UUID bulk);

    /** Forgets what is older than a year. */
    int purge();
}
