package org.upprop.verification.review.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.upprop.verification.review.Reviewer;

/**
 * A reviewer on a page. A handler that takes one is for them alone, and where it changes something, for forms of their own
 * pages alone.
 *
 * @param proof what such a form carries
 */
record SignedIn(Reviewer reviewer, String proof) {

    /** The field of a form that carries the proof. */
    static final String FIELD = "form";

    boolean isSentBy(@Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(proof.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SignedIn[" + reviewer + "]";
    }
}
