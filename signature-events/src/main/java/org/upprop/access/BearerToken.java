package org.upprop.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret whose holder may do what it is for: at least 16 characters. It is compared by its hash alone, so how long that
 * takes tells nothing of how much of a guess was right.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, the Authorization header</a>
 */
public final class BearerToken {

    private static final int LEAST_LENGTH = 16;
    private static final int RANDOM_BYTES = 32;
    private static final String SCHEME = "Bearer ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String token;

    /** @throws IllegalArgumentException if it {@linkplain #isUsable is too short}; the message does not tell it */
    public BearerToken(String token) {
        if (!isUsable(token)) {
            throw new IllegalArgumentException("A token must have at least " + LEAST_LENGTH + " characters");
        }
        this.token = token;
    }

    /** One that nobody can guess. */
    public static BearerToken random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new BearerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The one that an {@code Authorization} header holds, if it holds one. */
    public static Optional<BearerToken> in(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? typed(authorization.substring(SCHEME.length()))
                : Optional.empty();
    }

    /** The one that this is, if it can be one. */
    public static Optional<BearerToken> typed(String text) {
        return Optional.of(text).filter(BearerToken::isUsable).map(BearerToken::new);
    }

    /** Whether a text is long enough for a token; settings ask, since whatever else refuses one would print it. */
    public static boolean isUsable(String token) {
        return token.length() >= LEAST_LENGTH;
    }

    /** The secret itself, for whom it is made. */
    public String secret() {
        return token;
    }

    /** Its SHA-256, in hexadecimal: what is kept of it. */
    public String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return "BearerToken[…]";
    }
}
