package org.upprop.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAddressTests {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, a•••@e•••e.org",
        "a@example.org, a•••@e•••e.org",
        "ada.lovelace@gmail.com, a•••e@gmail.com",
        "ada.lovelace@Gmail.com, a•••e@Gmail.com",
        "ada@lo.se, a•••@l•••.se",
        "ada@mail.union.kz, a•••@m•••n.kz",
        "anna@пример.рф, a•••@п•••р.рф",
        "a@b@example.org, a•••@e•••e.org"
    })
    void showsBothEndsAndNeverTheMiddle(String address, String shown) {
        assertThat(new MaskedAddress(address)).hasToString(shown);
    }

    @Test
    void doesNotShowHowLongItIs() {
        assertThat(new MaskedAddress("abcde@abcde.org"))
                .hasToString(new MaskedAddress("a23456789e@a-very-long-domaine.org").toString());
    }

    @Test
    void letsItsOwnerSeeAMistake() {
        String right = new MaskedAddress("ada.lovelace@hotmail.com").toString();

        assertThat(new MaskedAddress("ada.lovelace@hotmial.com").toString()).isNotEqualTo(right);
        assertThat(new MaskedAddress("ada.lovelacr@hotmail.com").toString()).isNotEqualTo(right);
        assertThat(new MaskedAddress("da.lovelace@hotmail.com").toString()).isNotEqualTo(right);
    }

    @Test
    void keepsALetterTogetherWithItsMarks() {
        assertThat(new MaskedAddress("e\u0301ric@example.org").toString()).startsWith("e\u0301•••@");
    }

    @Test
    void showsNothingOfWhatIsNoAddress() {
        assertThat(new MaskedAddress("secret")).hasToString("•••");
        assertThat(new MaskedAddress("")).hasToString("•••");
    }
}
