package org.upprop.verification.review;

import org.upprop.verification.signature.SignatureState;

/** What comes of what a reviewer said. */
public sealed interface ReviewAnswer {

    /** It stands as they said, from now on or for some time. */
    record Decided(SignatureState state) implements ReviewAnswer {}

    /** It was decided otherwise before, by another reviewer or by its owner, and stays so. */
    record DecidedOtherwise() implements ReviewAnswer {}

    /** Its owner has changed it since the reviewer looked at it, so nothing was done. */
    record ChangedMeanwhile() implements ReviewAnswer {}

    /** It would keep it from the list or take it off without a reason, so nothing was done. */
    record Unexplained() implements ReviewAnswer {}

    /** Nobody confirmed it, or it is unknown. */
    record NotUnderReview() implements ReviewAnswer {}
}
