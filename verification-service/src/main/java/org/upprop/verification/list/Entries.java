package org.upprop.verification.list;

import org.upprop.signature.SignatureId;

/** The confirmed signatures, one per signatory and appeal. */
public interface Entries {

    /** Makes the entry of a submission, under an id that is drawn now and that nobody can guess. */
    void open(NewEntry entry);

    /** Brings the entry of a signature on the list. */
    void list(SignatureId signature);

    /** Deletes what is personal; what was listed is taken off the list, and only a stub stays until that was told. */
    void remove(SignatureId signature);
}
