package org.upprop.identity;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.upprop.signature.Fingerprints;

/**
 * The one secret behind fingerprints and all other keyed hashes of addresses; the same in intake and in verification.
 * Neither prints it, whatever is wrong with it.
 *
 * @param secret at least 32 random bytes in base64; no default
 */
@ConfigurationProperties("upprop.fingerprint")
public record FingerprintSecret(@Nullable String secret) {

    private static final String RULE =
            "Set UPPROP_FINGERPRINT_SECRET to at least 32 random bytes in base64 (openssl rand -base64 32),"
                    + " the same for intake-service and for verification-service";

    /** @throws IllegalStateException if there is no secret, or one that cannot be used */
    public Fingerprints fingerprints() {
        try {
            return new Fingerprints(Base64.getDecoder().decode(secret == null ? "" : secret.strip()));
        } catch (IllegalArgumentException unusable) {
            // Without its cause, which may quote the secret.
            throw new IllegalStateException(RULE);
        }
    }

    @Override
    public String toString() {
        return "FingerprintSecret[…]";
    }
}
