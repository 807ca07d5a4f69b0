package org.upprop.verification.restoration;

import java.util.Collection;
import java.util.List;
import org.upprop.signature.SignatureId;
import org.upprop.verification.list.NewEntry;
import org.upprop.verification.mail.OwedMail;

/** Entries that the list has, and that this database knows no more than their ids of. */
public interface Claims {

    /** Those that some undecided submissions became. */
    List<Claim> of(Collection<SignatureId> pending);

    /** Ends those that were taken off since, and returns them. */
    List<SignatureId> endTakenOff(Collection<SignatureId> pending);

    /** Forgets what has an entry again. */
    void settled();

    /** @param mail tells its owner of the new link, since the old ones were lost */
    record Claim(NewEntry entry, OwedMail mail) {}
}
