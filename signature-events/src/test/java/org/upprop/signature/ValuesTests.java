package org.upprop.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
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
                "a@bücher.example",
                "{#!$%&'*+-/=?^_`|}~@example.org",
                "a@президент.рф",
                "a@例え。テスト",
                "a@xn--bcher-kva.example",
                "a@1.example.technology",
                "a@a.b.c.d.example.onion"
            })
    void takesAnAddressThatMailReaches(String address) {
        assertThat(new EmailAddress(address).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@example.org",
                "ada@localhost",
                "ada@exa mple.org",
                "ada@example..org",
                "ada@example.org.",
                "ada@-example.org",
                "ada@exa_mple.org",
                "a@b@c",
                "a@b@example.org",
                "a..b@example.org",
                ".a@example.org",
                "a.@example.org",
                "a b@example.org",
                "a,b@example.org",
                "<a@example.org>",
                "Ada <a@example.org>",
                "mailto:a@example.org",
                "\"a b\"@example.org",
                "\"a\"@example.org",
                "a\\@b@example.org",
                "a(comment)@example.org",
                "ada@[192.0.2.1]",
                "ada@192.0.2.1",
                "ada@[IPv6:2001:db8::1]",
                "ada@example.1",
                "ada@a\u05D0b.example",
                "ada@xn--a.example"
            })
    void refusesAnAddressThatNoMailReaches(String address) {
        assertRefused("email.invalid", () -> new EmailAddress(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"анна@example.org", "用户@example.org", "åsa@bücher.example", "a\u200Db@example.org"})
    void refusesAnAddressThatNotEveryServerOnTheWayCanWriteTo(String address) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new EmailAddress(address))
                .satisfies(refused -> assertThat(refused.code()).isIn("email.unsupported", "email.characters"));
    }

    @Test
    void measuresAnAddressInOctetsOnTheWire() {
        String domain = ("a".repeat(45) + ".").repeat(4) + "abcde";
        assertThat(new EmailAddress("c".repeat(64) + "@" + domain).value()).hasSize(254);
        assertRefused("email.too-long", () -> new EmailAddress("c".repeat(64) + "@" + domain + "b"));
        assertRefused("email.invalid", () -> new EmailAddress("c".repeat(65) + "@example.org"));

        String umlauts = ("ü".repeat(40) + ".").repeat(4) + "org";
        assertThat(new EmailAddress("c@" + umlauts).domain()).hasSizeBetween(180, 252);
        assertRefused("email.too-long", () -> new EmailAddress("c".repeat(64) + "@" + umlauts));
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
    @ValueSource(strings = {"SE", "KZ", "XK", "PS", "TW", "EH", "AX", "IC", "EA", "AC", "TA", "CP", "DG"})
    void takesACountry(String code) {
        assertThat(new Country(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "se", "XX", "Sweden", "", "AN", "SU", "YU", "DD", "UK", "EU", "UN", "EZ", "QO", "XA", "ZZ", "001", "150"
            })
    void refusesACountryThatIsNone(String code) {
        assertRefused("country.unknown", () -> new Country(code));
    }

    @Test
    void knowsAllOfIso() {
        assertThat(Country.codes()).contains(Locale.getISOCountries()).hasSizeBetween(250, 260);
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
