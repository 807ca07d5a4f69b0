package org.upprop.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    private static final Vocabulary SAID = new Vocabulary("org.upprop.site.said", "sv", "ru");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "sv, en,                  en, sv",
                "SV-FI, en,               en, sv",
                "-,  'sv-FI,en;q=0.5',    en, sv",
                "-,  'kk,de;q=0.8',       sv, sv",
                "-,  -,                   sv, sv",
                "-,  '*',                 sv, sv",
                "-,  'q=;;;',             sv, sv",
                "-,  'sv;q=0,ru;q=0.1',   en, ru",
                "tlh,'sv',                en, sv",
                "'<>', 'sv',              en, sv",
                "-,  'kk',                kk, en",
                "-,  -,                   -,  en",
            })
    void speaksTheReadersLanguageAsFarAsItCan(
            @Nullable String asked, @Nullable String accepted, @Nullable String original, String spoken) {
        assertThat(SAID.forReader(asked, accepted, original).tag()).isEqualTo(spoken);
    }

    @Test
    void keepsATagAsItIsWritten() {
        assertThat(Language.best(List.of("pt-BR", "zh-Hant"), null, "ZH-hant-TW"))
                .contains("zh-Hant");
    }

    @Test
    void readsTheBeginningOfAListThatIsTooLong() {
        List<String> tags = List.of("sv", "ru");
        String others = "tlh;q=0.9,".repeat(25);

        assertThat(Language.best(tags, null, "ru," + others + "tlh;q=0.8")).contains("ru");
        assertThat(Language.best(tags, null, others + "zh-Hant,ru")).isEmpty();
        assertThat(Language.best(tags, null, others + "sv;q=1,ru")).contains("sv");
        assertThat(Language.best(tags, null, "ru-" + "x".repeat(300))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, Подписался 1 человек",
        "3, Подписались 3 человека",
        "11, Подписались 11 человек",
        "21, Подписался 21 человек"
    })
    void bendsWordsByNumber(int number, String sentence) {
        assertThat(SAID.in("ru").say("signed", number)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 12 January 2022     | 12 January 2022 at 23:59 UTC",
                "sv | 12 januari 2022     | 12 januari 2022 kl. 23:59 UTC",
                "ru | 12 января 2022 г.   | 12 января 2022 г. в 23:59 UTC",
                "kk | 2022 ж. 12 қаңтар   | 2022 ж. 12 қаңтар, 23:59 UTC",
                "ar | 12 يناير 2022       | 12 يناير 2022 في 23:59 التوقيت العالمي",
            })
    void writesDaysAsTheLanguageDoes(String tag, String day, String moment) {
        Words words = new Vocabulary("org.upprop.site.any", "sv", "ru", "kk", "ar").in(tag);
        Instant late = Instant.parse("2022-01-12T23:59:00Z");

        assertThat(plain(words.day(late))).isEqualTo(day);
        assertThat(plain(words.moment(late))).isEqualTo(moment);
    }

    @Test
    void writesNumbersAndCountriesAsTheLanguageDoes() {
        assertThat(SAID.in("sv").number(12_345)).isEqualTo("12\u00a0345");
        assertThat(SAID.in("sv").country("KZ")).isEqualTo("Kazakstan");
        assertThat(SAID.in("ru").country("XK")).isEqualTo("Косово");
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl, العربية", "kk, ltr, Қазақ тілі", "ru, ltr, Русский", "pt-BR, ltr, Português (Brasil)"})
    void knowsLanguagesThatItDoesNotSpeak(String tag, String dir, String name) {
        assertThat(new Language(tag).dir()).isEqualTo(dir);
        assertThat(new Language(tag).ownName()).isEqualTo(name);
    }

    @Test
    void keepsANameFromTurningTheArabicAroundIt() {
        Vocabulary vocabulary = new Vocabulary("org.upprop.site.any", "ar");

        assertThat(vocabulary.in("ar").say("by", "Gryning")).isEqualTo("نشرته \u2068Gryning\u2069.");
        assertThat(vocabulary.in("en").say("by", "Gryning")).isEqualTo("By Gryning.");
    }

    @Test
    void namesOtherLanguages() {
        assertThat(SAID.in("sv").nameOf(new Language("kk"))).isEqualTo("Kazakiska");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
