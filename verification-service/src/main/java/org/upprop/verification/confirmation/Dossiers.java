package org.upprop.verification.confirmation;

import java.util.Optional;
import org.upprop.signature.SignatureId;

/** What is kept about signatures, all in one place. */
public interface Dossiers {

    /** Everything that is kept about a signature, as it is at one moment. */
    Optional<Dossier> find(SignatureId signature);
}
