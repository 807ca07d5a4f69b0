package org.upprop.verification.confirmation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.upprop.event.EventJson;
import org.upprop.verification.list.Entries;

/**
 * Tells whether something is still what a page showed. The page carries it along, and what is said on a page that is out of
 * date does nothing: neither an old tab nor a mail scanner that comes late undoes what was changed since.
 */
public record Seen(String value) {

    private static final int BYTES = 16;

    /** @param atRisk what the appeal said then: it decides what the choices of a page show */
    public static Seen of(Entries.Content content, boolean atRisk) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(EventJson.write(new Shown(content, atRisk)));
            return new Seen(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    boolean isStill(Entries.Content content, boolean atRisk) {
        return equals(of(content, atRisk));
    }

    private record Shown(Entries.Content content, boolean atRisk) {}

    @Override
    public String toString() {
        return "Seen[…]";
    }
}
