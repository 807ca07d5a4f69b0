package org.upprop.verification.review;

import java.util.Collection;
import java.util.Optional;

/** The reviewers who have signed in on a page, on whichever instance. */
public interface ReviewerSessions {

    /** Opens one for 12 hours. */
    void open(byte[] session);

    /** The one of these that is open. */
    Optional<byte[]> openOf(Collection<byte[]> sessions);

    void close(Collection<byte[]> sessions);

    /** Forgets those that have ended. */
    int purge();
}
