package org.upprop.verification.confirmation;

import java.util.Optional;
import org.upprop.verification.link.Token;

/** The signatures as their links lead to them. */
public interface LinkedSignatures {

    /** Nothing where a link is unknown, or where what it leads to has ended without a decision. */
    Optional<Linked> find(Token token);
}
