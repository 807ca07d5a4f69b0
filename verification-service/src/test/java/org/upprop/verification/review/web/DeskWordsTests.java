package org.upprop.verification.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.upprop.signature.ScreeningMark;
import org.upprop.verification.review.Reviews;
import org.upprop.verification.signature.SignatureState;

class DeskWordsTests {

    private static final Pattern GAP = Pattern.compile("\\{\\d");

    @Test
    void saysTheSameWithTheSameGapsInBothLanguagesAndShoutsNothing() throws IOException {
        Properties english = words("en");
        Properties swedish = words("sv");

        assertThat(swedish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        english.stringPropertyNames()
                .forEach(key ->
                        assertThat(gaps(swedish.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key))));
        assertThat(english.values())
                .allSatisfy(text -> assertThat(text.toString()).doesNotContain("'", "!"));
        assertThat(swedish.values())
                .allSatisfy(text -> assertThat(text.toString()).doesNotContain("'", "!"));
    }

    @Test
    void hasAWordForEveryMarkAndEveryState() throws IOException {
        Properties english = words("en");

        Arrays.stream(ScreeningMark.values())
                .forEach(mark -> assertThat(english).containsKey("mark." + mark.id()));
        Arrays.stream(SignatureState.values())
                .forEach(state -> assertThat(english).containsKey("state." + state.id()));
    }

    private static List<String> gaps(String text) {
        return GAP.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file = Reviews.class.getResourceAsStream("words_" + language + ".properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return words;
    }
}
