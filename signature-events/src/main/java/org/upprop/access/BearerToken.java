package org.upprop.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A secret whose holder may do what it is for: at least 16 characters. How long a look at one takes tells nothing of how
 * much of it was right.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, the Authorization header</a>
 */
public final class BearerToken {

    private static final int LEAST_LENGTH = 16;
    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    /** @throws IllegalArgumentException if it {@linkplain #isUsable is too short}; the message does not tell it */
    public BearerToken(String token) {
        if (!isUsable(token)) {
            throw new IllegalArgumentException("A token must have at least " + LEAST_LENGTH + " characters");
        }
        this.token = bytes(token);
    }

    /** Whether a text is long enough for a token; settings ask, since whatever else refuses one would print it. */
    public static boolean isUsable(String token) {
        return token.length() >= LEAST_LENGTH;
    }

    /** Whether an {@code Authorization} header holds it. */
    public boolean isHeldBy(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(token, bytes(authorization.substring(SCHEME.length())));
    }

    @Override
    public String toString() {
        return "BearerToken[…]";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
