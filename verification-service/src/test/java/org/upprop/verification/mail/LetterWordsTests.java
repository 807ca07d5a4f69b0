package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upprop.site.Words;

class LetterWordsTests {

    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @MethodSource("languages")
    void saysTheSameWithTheSameGapsInEveryLanguage(String language) throws IOException {
        Properties english = sentences("en");
        Properties sentences = sentences(language);

        assertThat(sentences.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(gaps(sentences.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shoutsNothingAndQuotesNothingThatMessagesTakeForAnEscape(String language) throws IOException {
        assertThat(sentences(language).values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank().doesNotContain("'", "!"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasEverythingToSayForEachKindOfMail(String language) throws IOException {
        Properties sentences = sentences(language);
        for (MailKind kind : MailKind.values()) {
            assertThat(Stream.of("subject", "subject.neutral", "lead", "action", "signed-as", "note", "why")
                            .map(part -> kind.id() + "." + part))
                    .allMatch(sentences::containsKey);
        }
    }

    private static Stream<String> languages() {
        return LetterWords.WORDS.all().stream().map(Words::tag);
    }

    private static List<String> gaps(String text) {
        return GAP.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties sentences(String language) throws IOException {
        Properties sentences = new Properties();
        try (InputStream file = LetterWords.class.getResourceAsStream("letters_" + language + ".properties")) {
            sentences.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return sentences;
    }
}
