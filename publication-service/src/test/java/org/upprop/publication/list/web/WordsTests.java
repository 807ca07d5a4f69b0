package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upprop.signature.OrganisationType;

class WordsTests {

    private static final Words ENGLISH = Words.forReader("en", null, null);
    private static final Words SWEDISH = Words.forReader("sv", null, null);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "sv, en,                  en, sv",
                "-,  'sv-FI,en;q=0.5',    en, sv",
                "-,  'kk,de;q=0.8',       sv, sv",
                "-,  -,                   sv, sv",
                "-,  '*',                 sv, sv",
                "-,  'q=;;;',             sv, sv",
                "tlh,'sv',                en, sv",
                "-,  'kk',                kk, en",
                "-,  -,                   -,  en",
            })
    void speaksTheReadersLanguageAsFarAsItCan(
            @Nullable String asked, @Nullable String accepted, @Nullable String original, String spoken) {
        assertThat(Words.forReader(asked, accepted, original).tag()).isEqualTo(spoken);
    }

    @Test
    void bendsWordsByNumber() {
        assertThat(ENGLISH.say("organisations", 1)).isEqualTo("1 organisation");
        assertThat(ENGLISH.say("individuals", 1234)).isEqualTo("1,234 people");
        assertThat(SWEDISH.say("individuals", 1)).isEqualTo("1 person");
        assertThat(SWEDISH.say("organisations", 2)).isEqualTo("2 organisationer");
    }

    @Test
    void writesDaysNumbersAndCountriesAsTheLanguageDoes() {
        Instant day = Instant.parse("2022-01-12T23:59:00Z");

        assertThat(SWEDISH.day(day)).isEqualTo("12 januari 2022");
        assertThat(ENGLISH.moment(day)).isEqualTo("12 January 2022 at 23:59 UTC");
        assertThat(SWEDISH.number(12_345)).isEqualTo("12\u00a0345");
        assertThat(SWEDISH.country("KZ")).isEqualTo("Kazakstan");
    }

    @Test
    void saysTheSameSentencesInEveryLanguage() {
        ResourceBundle english = ResourceBundle.getBundle("messages.list", Locale.ENGLISH);
        for (Words words : Words.all()) {
            ResourceBundle other = ResourceBundle.getBundle("messages.list", Locale.forLanguageTag(words.tag()));
            assertThat(other.keySet()).as(words.tag()).isEqualTo(english.keySet());
        }
    }

    @Test
    void namesEveryTypeOfOrganisation() {
        assertThat(Words.all())
                .allSatisfy(words -> assertThat(
                                Arrays.stream(OrganisationType.values()).map(words::type))
                        .doesNotHaveDuplicates()
                        .allMatch(name -> !name.isBlank()));
    }

    @Test
    void knowsWhichWayALanguageRuns() {
        assertThat(Words.isRightToLeft("ar")).isTrue();
        assertThat(Words.isRightToLeft("kk")).isFalse();
    }
}
