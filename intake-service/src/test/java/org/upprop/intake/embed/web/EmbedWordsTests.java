package org.upprop.intake.embed.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedWordsTests {

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "ru", "kk", "ar"})
    void saysTheSameSentencesInEveryLanguage(String tag) {
        assertThat(bundle(tag).keySet()).isEqualTo(bundle("en").keySet());
        assertThat(EmbedWords.WORDS.in(tag).tag()).isEqualTo(tag);
    }

    @Test
    void fillsTheSameGapsInEveryLanguage() {
        for (String sentence : bundle("en").keySet()) {
            Set<String> english = gaps(bundle("en").getString(sentence));
            assertThat(EmbedWords.WORDS.all())
                    .allSatisfy(words -> assertThat(gaps(bundle(words.tag()).getString(sentence)))
                            .as("%s in %s", sentence, words.tag())
                            .isEqualTo(english));
        }
    }

    @Test
    void bendsTheCountByNumber() {
        assertThat(EmbedWords.WORDS.all()).allSatisfy(words -> {
            for (long number : new long[] {0, 1, 2, 3, 11, 21, 100}) {
                assertThat(words.say("count", number, words.number(number))).doesNotContain("{", "#");
            }
        });
        assertThat(EmbedWords.WORDS.in("ru").say("count", 3, "3")).isEqualTo("Подписались 3 человека");
        assertThat(EmbedWords.WORDS.in("ar").say("count", 2, "2")).isEqualTo("توقيعان");
    }

    private static ResourceBundle bundle(String tag) {
        return ResourceBundle.getBundle("messages.embed", Locale.forLanguageTag(tag));
    }

    private static Set<String> gaps(String sentence) {
        return Pattern.compile("\\{\\d")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
