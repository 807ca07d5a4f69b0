package org.upprop.verification.recovery;

import java.util.List;
import java.util.Optional;
import org.upprop.verification.mail.OwedMail;

/** The requests for links that were not answered yet. */
public interface LinkRequests {

    /** Notes one; it writes as much for an address that nobody knows as for any other. */
    void note(LinkRequest request);

    /** Whether there is any; the answer costs less than to take one. */
    boolean areThere();

    /** Takes one away, which another instance does not get then; it is back if the transaction fails. */
    Optional<LinkRequest> take();

    /**
     * The mails to send: of each signatory that has the address the link of the signature that stands, or else of the last
     * one that can still be decided; where its own mail was kept back, since somebody said "not mine" of another one, that
     * mail. None of a signature of which a mail is owed already.
     */
    List<OwedMail> mails(LinkRequest request);
}
