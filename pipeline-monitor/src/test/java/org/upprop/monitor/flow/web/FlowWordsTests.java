package org.upprop.monitor.flow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.upprop.monitor.flow.PartitionFlow.Reason;
import org.upprop.monitor.flow.Stage;
import org.upprop.monitor.flow.Verdict;
import org.upprop.site.Words;

class FlowWordsTests {

    @Test
    void saysTheSameSentencesInEveryLanguage() {
        ResourceBundle english = ResourceBundle.getBundle("messages.flow", Locale.ENGLISH);
        for (Words words : FlowPage.WORDS.all()) {
            ResourceBundle other = ResourceBundle.getBundle("messages.flow", Locale.forLanguageTag(words.tag()));
            assertThat(other.keySet()).as(words.tag()).isEqualTo(english.keySet());
            assertThat(english.keySet())
                    .allSatisfy(sentence ->
                            assertThat(words.say(sentence, 1.5, 2)).isNotBlank().doesNotContain("{", "#"));
        }
    }

    @Test
    void namesEveryStageVerdictAndReason() {
        assertThat(FlowPage.WORDS.all()).allSatisfy(words -> {
            assertThat(Stage.values()).allMatch(stage -> words.has("stage." + stage.id()));
            assertThat(Verdict.values()).allMatch(verdict -> words.has("verdict." + verdict.id()));
            assertThat(Arrays.stream(Reason.values())).allMatch(reason -> words.has("reason." + reason.id()));
        });
    }

    @Test
    void writesNumbersAsTheLanguageDoes() {
        assertThat(FlowPage.WORDS.in("en").say("rate", 1234.56)).isEqualTo("1,234.6 a second");
        assertThat(FlowPage.WORDS.in("sv").say("rate", 0.5)).isEqualTo("0,5 i sekunden");
    }
}
