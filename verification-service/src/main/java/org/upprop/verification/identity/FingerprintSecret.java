package org.upprop.verification.identity;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one secret behind fingerprints and address keys.
 *
 * @param secret at least 32 bytes in base64, the same as in intake-service; no default
 */
@ConfigurationProperties("upprop.fingerprint")
record FingerprintSecret(@Nullable String secret) {

    private static final int LEAST_BYTES = 32;

    FingerprintSecret {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException("Set UPPROP_FINGERPRINT_SECRET to at least " + LEAST_BYTES
                    + " random bytes in base64, the same as for intake-service (openssl rand -base64 32)");
        }
        if (decoded(secret).length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "UPPROP_FINGERPRINT_SECRET is too short: it needs at least " + LEAST_BYTES + " bytes");
        }
    }

    byte[] bytes() {
        return decoded(secret);
    }

    private static byte[] decoded(@Nullable String secret) {
        try {
            return Base64.getDecoder().decode(String.valueOf(secret).strip());
        } catch (IllegalArgumentException notBase64) {
            // Without its cause, which would quote the secret
            throw new IllegalArgumentException("UPPROP_FINGERPRINT_SECRET is not base64");
        }
    }

    @Override
    public String toString() {
        return "FingerprintSecret[…]";
    }
}
