package org.upprop.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.upprop.event.Samples.APPEAL;
import static org.upprop.event.Samples.FINGERPRINTS;
import static org.upprop.event.Samples.aPerson;
import static org.upprop.event.Samples.anOrganisation;

import org.junit.jupiter.api.Test;
import org.upprop.appeal.AppealSlug;

class FingerprintsTests {

    @Test
    void oneOwnerHasOneHoweverTheAddressIsSpelled() {
        assertThat(FINGERPRINTS.of(APPEAL, aPerson("Ada@BÜCHER.example")))
                .isEqualTo(FINGERPRINTS.of(APPEAL, aPerson("ada@xn--bcher-kva.example")));
    }

    @Test
    void dotsAndTagsTellOwnersApart() {
        assertThat(FINGERPRINTS.of(APPEAL, aPerson("ada.l@example.org")))
                .isNotEqualTo(FINGERPRINTS.of(APPEAL, aPerson("adal@example.org")));
        assertThat(FINGERPRINTS.of(APPEAL, aPerson("ada+1@example.org")))
                .isNotEqualTo(FINGERPRINTS.of(APPEAL, aPerson("ada@example.org")));
    }

    @Test
    void theSameAddressLeavesAnotherOneInAnotherAppeal() {
        assertThat(FINGERPRINTS.of(APPEAL, aPerson("ada@example.org")))
                .isNotEqualTo(FINGERPRINTS.of(new AppealSlug("another-appeal"), aPerson("ada@example.org")));
    }

    @Test
    void onePersonCanSignForThemselvesAndForAnOrganisation() {
        assertThat(FINGERPRINTS.of(APPEAL, aPerson("ada@example.org")))
                .isNotEqualTo(FINGERPRINTS.of(APPEAL, anOrganisation("ada@example.org")));
    }

    @Test
    void refusesASecretThatIsTooShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fingerprints(new byte[31]))
                .withMessage("The fingerprint secret has 31 bytes; it needs at least 32.");
    }
}
