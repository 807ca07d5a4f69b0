package org.upprop.verification.link;

import java.time.Duration;
import java.util.Optional;
import org.upprop.signature.SignatureId;

/** The links that are out: each leads to one signature. */
public interface Links {

    /**
     * Makes a link, and a code, for one attempt to send a mail; they are stored before this returns, so a mail never holds
     * one that does not work.
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

    /**
     * Another link for whoever types the code of a mail, as long as nobody has decided. Each mail allows five tries, right
     * or wrong, and a try takes the same time for every id.
     *
     * @return nothing where the code is wrong, was tried too often, or has nothing to decide any more
     */
    Optional<Link> swap(SignatureId signature, Code code);

    /** Forgets a link that never left this service. */
    void discard(Token token);

    /**
     * Forgets the code that belongs to a link whose mail was not taken, so that each mail is guessed at as often as one.
     * The link itself stays, since some server may have the mail after all.
     */
    void forgetCode(Token token);

    /** Forgets some of the links that lead to nothing any more, and returns how many. */
    int purge(int most);

    /** Forgets some of the tries of codes that cannot be typed any more, and returns how many. */
    int purgeTries(int most);
}
