package org.upprop.intake.page.web;

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
import org.upprop.page.web.Spoken;
import org.upprop.site.Words;

class PageWordsTests {

    @ParameterizedTest
    @ValueSource(strings = {"messages.site", "messages.page", "messages.form"})
    void saysTheSameSentencesInEveryLanguage(String name) {
        for (Words words : Spoken.vocabulary(name).all()) {
            assertThat(bundle(name, words.tag()).keySet())
                    .as(words.tag())
                    .isEqualTo(bundle(name, "en").keySet());
        }
        assertThat(PageWords.WORDS.all())
                .extracting(Words::tag)
                .containsExactlyInAnyOrder("en", "sv", "ru", "kk", "ar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.site", "messages.page", "messages.form"})
    void fillsTheSameGapsInEveryLanguage(String name) {
        for (String sentence : bundle(name, "en").keySet()) {
            Set<String> english = gaps(bundle(name, "en").getString(sentence));
            assertThat(PageWords.WORDS.all())
                    .allSatisfy(words -> assertThat(
                                    gaps(bundle(name, words.tag()).getString(sentence)))
                            .as("%s in %s", sentence, words.tag())
                            .isEqualTo(english));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.site", "messages.page", "messages.form"})
    void bendsEverySentenceByNumber(String name) {
        for (Words words : Spoken.vocabulary(name).all()) {
            for (String sentence : bundle(name, "en").keySet()) {
                for (long number : new long[] {0, 1, 2, 3, 11, 21, 100}) {
                    if (bundle(name, words.tag()).getString(sentence).contains("plural")) {
                        assertThat(words.say(sentence, number, number, number))
                                .as("%s in %s", sentence, words.tag())
                                .isNotBlank()
                                .doesNotContain("{", "#");
                    }
                }
            }
        }
    }

    @Test
    void bendsAsTheLanguageDoes() {
        assertThat(PageWords.WORDS.in("ru").say("closed.count", 3)).isEqualTo("Его подписали 3 участника.");
        assertThat(PageWords.WORDS.in("ar").say("closed.count", 2)).isEqualTo("وقّعه موقّعان.");
    }

    private static ResourceBundle bundle(String name, String tag) {
        return ResourceBundle.getBundle(name, Locale.forLanguageTag(tag));
    }

    private static Set<String> gaps(String sentence) {
        return Pattern.compile("\\{\\d")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
