package org.upprop.monitor.deadletter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.upprop.monitor.deadletter.DeadLetter;
import org.upprop.monitor.deadletter.Fate;
import org.upprop.monitor.deadletter.Redrive;
import org.upprop.site.Words;

class DeadLetterWordsTests {

    @Test
    void saysTheSameSentencesInEveryLanguage() {
        ResourceBundle english = ResourceBundle.getBundle("messages.deadletters", Locale.ENGLISH);
        for (Words words : DeadLettersPage.WORDS.all()) {
            ResourceBundle other = ResourceBundle.getBundle("messages.deadletters", Locale.forLanguageTag(words.tag()));
            assertThat(other.keySet()).as(words.tag()).isEqualTo(english.keySet());
            assertThat(english.keySet())
                    .allSatisfy(sentence -> assertThat(words.say(sentence, 4_000, 10_000))
                            .isNotBlank()
                            .doesNotContain("{", "#"));
        }
    }

    @Test
    void namesEveryReasonFateAndOutcome() {
        assertThat(DeadLettersPage.WORDS.all()).allSatisfy(words -> {
            assertThat(DeadLetter.REASONS).allMatch(reason -> words.has("reason." + reason));
            assertThat(Fate.values()).allMatch(fate -> words.has("state." + fate.id()));
            assertThat(Arrays.stream(Redrive.Outcome.values())).allMatch(outcome -> words.has("run." + outcome.id()));
        });
    }

    @Test
    void saysHowManyWillBeSent() {
        assertThat(DeadLettersPage.WORDS.in("en").say("redrive.count", 4_000))
                .isEqualTo("4,000 dead letters will be sent again.");
        assertThat(DeadLettersPage.WORDS.in("en").say("redrive.count", 0)).isEqualTo("None of these waits.");
        assertThat(DeadLettersPage.WORDS.in("ru").say("redrive.count", 21))
                .isEqualTo("Будет отправлена снова 21 отложенная запись.");
    }
}
