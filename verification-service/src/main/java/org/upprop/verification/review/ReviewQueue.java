package org.upprop.verification.review;

import java.util.List;
import java.util.Optional;
import org.upprop.signature.SignatureId;

/** The signatures that wait for a reviewer. */
public interface ReviewQueue {

    /** Those behind a place, in their order. */
    List<Waiting> after(Waiting.Place place, int limit);

    /** Any signature that is known, whether or not it waits. */
    Optional<Reviewed> find(SignatureId signature);
}
