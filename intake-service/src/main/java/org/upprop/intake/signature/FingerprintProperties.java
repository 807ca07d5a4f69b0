package org.upprop.intake.signature;

import jakarta.validation.constraints.AssertTrue;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.upprop.signature.Fingerprints;

/**
 * What fingerprints are made with; the same in intake and in verification.
 *
 * @param secret at least 32 random bytes in base64, no default
 */
@Validated
@ConfigurationProperties("upprop.fingerprint")
record FingerprintProperties(@DefaultValue("") String secret) {

    // A rule over the whole, because a rule on the secret itself would print it when it is broken.
    @AssertTrue(message = "upprop.fingerprint.secret (UPPROP_FINGERPRINT_SECRET) must be at least 32 bytes in base64")
    boolean isUsable() {
        try {
            fingerprints();
            return true;
        } catch (IllegalArgumentException unusable) {
            return false;
        }
    }

    Fingerprints fingerprints() {
        return new Fingerprints(Base64.getDecoder().decode(secret.strip()));
    }
}
