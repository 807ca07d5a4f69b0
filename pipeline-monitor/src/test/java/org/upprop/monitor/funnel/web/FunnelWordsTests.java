package org.upprop.monitor.funnel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.upprop.monitor.funnel.Point;
import org.upprop.monitor.funnel.Span;
import org.upprop.site.Words;

class FunnelWordsTests {

    @Test
    void saysTheSameSentencesInEveryLanguage() {
        ResourceBundle english = ResourceBundle.getBundle("messages.funnel", Locale.ENGLISH);
        for (Words words : FunnelPage.WORDS.all()) {
            ResourceBundle other = ResourceBundle.getBundle("messages.funnel", Locale.forLanguageTag(words.tag()));
            assertThat(other.keySet()).as(words.tag()).isEqualTo(english.keySet());
            assertThat(english.keySet())
                    .allSatisfy(sentence ->
                            assertThat(words.say(sentence, 0.5)).isNotBlank().doesNotContain("{", "#"));
        }
    }

    @Test
    void namesEveryPointAndSpan() {
        assertThat(FunnelPage.WORDS.all()).allSatisfy(words -> {
            assertThat(Point.values()).allMatch(point -> words.has("point." + point.id()));
            assertThat(Span.values()).allMatch(span -> words.has("span." + span.id()));
        });
    }
}
