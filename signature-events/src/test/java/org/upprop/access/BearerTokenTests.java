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
    void isFoundHoweverTheSchemeIsSpelt(String authorization) {
        assertThat(BearerToken.in(authorization).map(BearerToken::hash)).contains(token.hash());
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
    void isNotFoundInAnythingElse(String authorization) {
        assertThat(BearerToken.in(authorization).filter(other -> other.hash().equals(token.hash())))
                .isEmpty();
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
    void isRandomWhereItIsMade() {
        BearerToken made = BearerToken.random();

        assertThat(made.secret())
                .matches("[A-Za-z0-9_-]{43}")
                .isNotEqualTo(BearerToken.random().secret());
        assertThat(BearerToken.in("Bearer " + made.secret()).map(BearerToken::hash))
                .contains(made.hash());
    }

    @Test
    void isKnownByItsSha256() {
        assertThat(new BearerToken("abcdefghijklmnop").hash())
                .isEqualTo("f39dac6cbaba535e2c207cd0cd8f154974223c848f727f98b3564cea569b41cf");
    }

    @Test
    void tellsNobodyWhatItIs() {
        assertThat(token).hasToString("BearerToken[…]");
    }
}
