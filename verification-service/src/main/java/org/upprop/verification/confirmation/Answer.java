package org.upprop.verification.confirmation;

import org.upprop.verification.signature.SignatureState;

/** What comes of what somebody said through a link. */
public sealed interface Answer {

    /** The link is unknown, damaged or has ended: nobody is told which. */
    record NoSuchLink() implements Answer {}

    /** None of the choices was made. */
    record NothingChosen(Linked signature) implements Answer {}

    /** It is decided now. */
    record Decided(Linked signature, SignatureState state) implements Answer {}

    /** It was decided before, and stays so. */
    record DecidedBefore(Linked signature) implements Answer {}

    /** It is not any more what the page showed that this was said on, so nothing is done. */
    record ChangedMeanwhile(Linked signature) implements Answer {}
}
