package org.upprop.verification.list;

import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Released;

/** The confirmed signatures, one per signatory and appeal. */
public interface Entries {

    /** Makes the entry of a submission, under an id that nobody else can guess; off the list, it waits. */
    void open(NewEntry entry);

    /**
     * Brings the entry of a signature on the list, or back to it; it waits for nobody any more. False, and nothing done,
     * where nothing is left of it.
     *
     * @param held whether it comes there with all others of its window, in an order that tells nothing
     */
    boolean list(SignatureId signature, boolean held);

    /** Takes it off the list and keeps it, so that it can be put back. */
    void takeOff(SignatureId signature);

    /**
     * Makes it what its owner wants it to be; on the list as well, if it is there. If it waits for a reviewer it waits
     * anew.
     */
    void change(SignatureId signature, Content content);

    /** The same, on the list with all others of its window. */
    void changeLater(SignatureId signature, Content content);

    /** Keeps what its owner wants it to be beside what it is, until a reviewer decides; it waits from now on. */
    void propose(SignatureId signature, Content content);

    /**
     * Makes it what was proposed.
     *
     * @param held whether it becomes that with all others of its window
     */
    void adopt(SignatureId signature, boolean held);

    /** Forgets what was proposed. */
    void dismiss(SignatureId signature);

    /** Keeps what was rejected for as long as that may be undone. It is nobody's entry: its signatory may sign again. */
    void shelve(SignatureId signature);

    /**
     * Lets it wait for a reviewer again, off the list. False, and nothing done, where nothing is left of it, or where its
     * signatory has signed again meanwhile.
     */
    boolean reopen(SignatureId signature);

    /** Deletes what is personal of some that were turned away too long ago to be undone, and returns how many. */
    int removeTurnedAway(int most);

    /** Deletes what is personal; what was listed is taken off the list, and only a stub stays until that was told. */
    void remove(SignatureId signature);

    /**
     * What an entry says.
     *
     * @param signatory everything that its owner said
     * @param released exactly what the page showed
     */
    record Content(Signatory signatory, ChosenDisplay display, Released released) {}
}
