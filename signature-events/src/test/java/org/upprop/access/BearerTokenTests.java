package org.upprop.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTests {

    private static final String SECRET = "sixteen letters.";

    private final BearerToken token = new BearerToken(SECRET);

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + SECRET, "bearer " + SECRET, "BEARER " + SECRET})
    void knowsItsHolderHoweverTheSchemeIsSpelt(String authorization) {
        assertThat(token.isHeldBy(authorization)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                SECRET,
                "Bearer sixteen letters",
                "Bearer sixteen letters,",
                "Bearer sixteen letters..",
                "Bearer  " + SECRET,
                "Bearer " + SECRET + " ",
                "Bearer SIXTEEN LETTERS.",
                "Basic " + SECRET
            })
    void knowsNobodyElse(String authorization) {
        assertThat(token.isHeldBy(authorization)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifteen letters"})
    void isNoneThatCanBeGuessed(String tooShort) {
        assertThat(BearerToken.isUsable(tooShort)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BearerToken(tooShort))
                .withMessage("A token must have at least 16 characters");
    }

    @Test
    void tellsNobodyWhatItIs() {
        assertThat(token).hasToString("BearerToken[…]");
    }
}
