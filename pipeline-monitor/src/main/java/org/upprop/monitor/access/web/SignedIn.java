package org.upprop.monitor.access.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.upprop.access.Holder;

/**
 * Somebody on a page. A handler that takes one is for operators and viewers alone, and where it changes something, for
 * operators alone who send a form of the monitor's own pages.
 *
 * @param proof what such a form carries in its field {@value #FIELD}
 */
public record SignedIn(Holder holder, String proof) {

    public static final String FIELD = "form";

    boolean isSentBy(@Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(proof.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SignedIn[" + holder + "]";
    }
}
