package org.upprop.verification.confirmation;

import java.util.Optional;
import org.upprop.verification.link.Token;

/** The signatures as their links lead to them. */
public interface LinkedSignatures {

    Optional<Linked> find(Token token);
}
