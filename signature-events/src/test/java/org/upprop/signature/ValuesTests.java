package org.upprop.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.text.InvalidValue;

class ValuesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "Ada.Lovelace+petition@example.co.uk",
                "o'brien@example.org",
                "a@bücher.example"
            })
    void takesAnAddressThatMailReaches(String address) {
        assertThat(new EmailAddress(address).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada", "ada@", "@example.org", "ada@localhost", "ada@exa mple.org", "ada@example..org", "a@b@c"})
    void refusesAnAddressThatNoMailReaches(String address) {
        assertRefused("email.invalid", () -> new EmailAddress(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O", "D’Arcy-O'Neill", "محمد بن سلمان", "สมชาย", "Ẹ̀kọ́", "გიორგი", "Айгүл Әбенова", "علی‌رضا"})
    void takesANameInAnyScript(String name) {
        assertThat(new PersonName(name).value()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'   ', name.empty",
        "'Ada\u0000', name.characters",
        "'\u202EadA', name.characters",
        "'\uE000', name.characters"
    })
    void refusesANameThatDeceives(String name, String code) {
        assertRefused(code, () -> new PersonName(name));
    }

    @Test
    void countsANameInCodePoints() {
        assertThat(new PersonName("𐐀".repeat(120)).value()).hasSize(240);
        assertRefused("name.too-long", () -> new PersonName("a".repeat(121)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Example.org/, example.org",
        "http://example.org:8080, example.org",
        "https://bücher.example/, xn--bcher-kva.example",
        "https://example.org/section/north/, example.org/section/north"
    })
    void knowsOneSiteHoweverItsAddressIsSpelled(String address, String canonical) {
        assertThat(new Website(address).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.org", "ftp://example.org", "javascript:alert(1)", "https://a@example.org", "https://"})
    void refusesAWebsiteThatIsNone(String address) {
        assertRefused("website.invalid", () -> new Website(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SE", "KZ", "XK"})
    void takesACountry(String code) {
        assertThat(new Country(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"se", "XX", "Sweden"})
    void refusesACountryThatIsNone(String code) {
        assertRefused("country.unknown", () -> new Country(code));
    }

    @Test
    void masksWhatIsPersonal() {
        assertThat(new EmailAddress("ada@example.org")).hasToString("EmailAddress[…]");
        assertThat(new PersonName("Ada")).hasToString("PersonName[…]");
    }

    private static void assertRefused(String code, Runnable making) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(making::run)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
