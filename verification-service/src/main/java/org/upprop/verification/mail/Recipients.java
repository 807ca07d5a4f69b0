package org.upprop.verification.mail;

import java.util.Collection;
import org.upprop.verification.identity.AddressKey;

/** The owners of mail addresses, over all appeals. */
public interface Recipients {

    /**
     * Keeps everything else that concerns these addresses waiting until the transaction ends. What is read after it is
     * the latest.
     */
    void lock(Collection<AddressKey> addresses);

    /** Forgets those of whom nothing else is kept and who have not been heard of for 30 days; tells how many. */
    int purge();
}
