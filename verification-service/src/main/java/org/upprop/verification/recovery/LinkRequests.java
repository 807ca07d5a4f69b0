package org.upprop.verification.recovery;

import java.util.List;
import java.util.Optional;
import org.upprop.signature.SignatureId;

/** The requests for links that were not answered yet. */
public interface LinkRequests {

    /** Notes one; it writes as much for an address that nobody knows as for any other. */
    void note(LinkRequest request);

    /** Whether there is any; the answer costs less than to take one. */
    boolean areThere();

    /** Takes one away, which another instance does not get then; it is back if the transaction fails. */
    Optional<LinkRequest> take();

    /**
     * The signatures whose links are to be sent: of each signatory that has the address the one that stands, or else the
     * last one that can still be decided. Not those of which a mail with a link is owed already.
     */
    List<SignatureId> signatures(LinkRequest request);
}
