package org.upprop.verification.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.site.Words;

class WordsTests {

    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    @Test
    void saysTheSameWithTheSameGapsInEveryLanguage() throws IOException {
        Properties english = words("en");
        for (Words spoken : Languages.WORDS.all()) {
            Properties words = words(spoken.tag());
            assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            words.stringPropertyNames()
                    .forEach(key ->
                            assertThat(gaps(words.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "ru", "kk", "ar"})
    void shoutsNothingAndQuotesNothingThatMessagesTakeForAnEscape(String language) throws IOException {
        assertThat(words(language).values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank().doesNotContain("'", "!"));
    }

    @Test
    void speaksTheFirstLanguageOfAReaderThatThereAreWordsIn() {
        assertThat(Languages.forReader("ky, sv-FI;q=0.9, en;q=0.5").tag()).isEqualTo("sv");
        assertThat(Languages.forReader("kk-KZ").tag()).isEqualTo("kk");
        assertThat(Languages.forReader("ky").tag()).isEqualTo("en");
        assertThat(Languages.forReader("").tag()).isEqualTo("en");
        assertThat(Languages.forReader(null).tag()).isEqualTo("en");
    }

    @Test
    void letsWhatAnAddressAsksForStandBeforeWhatABrowserWould() {
        assertThat(Languages.forReader("ar", "sv").tag()).isEqualTo("ar");
        assertThat(Languages.forReader("ar", "sv").dir()).isEqualTo("rtl");
        assertThat(Languages.forReader("", "sv").tag()).isEqualTo("sv");
    }

    private static List<String> gaps(String text) {
        return GAP.matcher(text)
                .results()
                .map(gap -> gap.group())
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file = Languages.class.getResourceAsStream("words_" + language + ".properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return words;
    }
}
