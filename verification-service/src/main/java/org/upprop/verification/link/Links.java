package org.upprop.verification.link;

import java.time.Duration;
import java.util.Optional;
import org.upprop.signature.SignatureId;

/** The links that are out: each leads to one signature. */
public interface Links {

    /**
     * Makes a link for one attempt to send a mail; it is stored before this returns, so a mail never holds a link that
     * does not work.
     *
     * @param decides how long a signature that is undecided can be decided with it; what was decided can be managed
     *     with it for as long as the entry stands
     */
    Link make(SignatureId signature, Duration decides);

    /**
     * The same for a mail that only reminds: its link ends with the last one that is out, so that no reminder makes the
     * time to decide any longer. Nothing where none is out that has not ended.
     */
    Optional<Link> remake(SignatureId signature);

    /** Forgets a link that never left this service. */
    void discard(Token token);

    /** Forgets some of the links that lead to nothing any more, and returns how many. */
    int purge(int most);
}
