package org.upprop.verification.signature;

import org.upprop.appeal.Policy;
import org.upprop.signature.Signatory;

/** What was entered, as far as the appeal takes it: a comment only as long as it takes comments. */
public final class Entered {

    private Entered() {}

    /** What a mail and a page show of what was entered, and what is kept once that is confirmed. */
    public static Signatory taken(Signatory signatory, Policy policy) {
        return policy.comments() == Policy.Comments.OFF ? signatory.withoutComment() : signatory;
    }
}
