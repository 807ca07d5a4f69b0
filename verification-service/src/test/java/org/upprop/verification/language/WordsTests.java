package org.upprop.verification.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    @Test
    void saysTheSameWithTheSameGapsInEveryLanguage() throws IOException {
        Properties english = words("en");
        for (String language : Words.LANGUAGES) {
            Properties words = words(language);
            assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            words.stringPropertyNames()
                    .forEach(key ->
                            assertThat(gaps(words.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv"})
    void shoutsNothingAndQuotesNothingThatMessagesTakeForAnEscape(String language) throws IOException {
        assertThat(words(language).values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank().doesNotContain("'", "!"));
    }

    @Test
    void speaksTheFirstLanguageOfAReaderThatThereAreWordsIn() {
        assertThat(Languages.forReader(Locales.of("kk", "sv-FI", "en")).tag()).isEqualTo("sv");
        assertThat(Languages.forReader(Locales.of("kk")).tag()).isEqualTo("en");
        assertThat(Languages.forReader(List.of()).tag()).isEqualTo("en");
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
        try (InputStream file = Words.class.getResourceAsStream("words_" + language + ".properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return words;
    }

    private static final class Locales {

        static List<Locale> of(String... tags) {
            return Stream.of(tags).map(Locale::forLanguageTag).toList();
        }
    }
}
