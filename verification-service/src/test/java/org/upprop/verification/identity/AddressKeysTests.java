package org.upprop.verification.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.Fingerprints;

class AddressKeysTests {

    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    private final AddressKeys keys = new AddressKeys(new Fingerprints(new byte[32]));

    @Test
    void giveOneKeyToAllSpellingsOfAnAddress() {
        assertThat(keys.of(new EmailAddress("Ada@Example.org"))).isEqualTo(keys.of(ADA));
        assertThat(keys.of(new EmailAddress("ada+1@example.org"))).isNotEqualTo(keys.of(ADA));
    }

    /** Another value here would mean that an upgrade forgets who has had how many mails, and who wants none. */
    @Test
    void giveTheSameKeyInEveryRelease() {
        assertThat(keys.of(ADA).value()).isEqualTo("tRb3V-D2f0os3kxpimHpDm1BqPQwZEgC8jjKGb_L534");
    }
}
