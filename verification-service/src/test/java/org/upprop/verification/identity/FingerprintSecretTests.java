package org.upprop.verification.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.upprop.signature.EmailAddress;

class FingerprintSecretTests {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void saysHowToSetItWhereItIsMissingOrUnusable() {
        for (String secret : new String[] {null, " ", "c2hvcnQ=", "not base64 at all, but long enough for a secret"}) {
            assertThatThrownBy(() -> new FingerprintSecret(secret))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("UPPROP_FINGERPRINT_SECRET")
                    .hasNoCause();
        }
    }

    @Test
    void tellsNothingOfItselfInALog() {
        assertThat(new FingerprintSecret(SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void givesOneKeyToAllSpellingsOfAnAddress() {
        AddressKeys keys = new AddressKeys(new FingerprintSecret(SECRET).bytes());
        assertThat(keys.of(new EmailAddress("Ada@Example.org")))
                .isEqualTo(keys.of(new EmailAddress("ada@example.org")));
        assertThat(keys.of(new EmailAddress("ada+1@example.org")))
                .isNotEqualTo(keys.of(new EmailAddress("ada@example.org")));
    }
}
