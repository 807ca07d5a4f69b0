package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upprop.signature.OrganisationType;
import org.upprop.site.Words;

class ListWordsTests {

    @Test
    void bendsWordsByNumber() {
        Words english = ListWords.WORDS.in("en");
        Words swedish = ListWords.WORDS.in("sv");

        assertThat(english.say("organisations", 1)).isEqualTo("1 organisation");
        assertThat(english.say("individuals", 1234)).isEqualTo("1,234 people");
        assertThat(swedish.say("individuals", 1)).isEqualTo("1 person");
        assertThat(swedish.say("organisations", 2)).isEqualTo("2 organisationer");
    }

    @Test
    void saysTheSameSentencesInEveryLanguage() {
        ResourceBundle english = ResourceBundle.getBundle("messages.list", Locale.ENGLISH);
        for (Words words : ListWords.WORDS.all()) {
            ResourceBundle other = ResourceBundle.getBundle("messages.list", Locale.forLanguageTag(words.tag()));
            assertThat(other.keySet()).as(words.tag()).isEqualTo(english.keySet());
        }
    }

    @Test
    void bendsEverySentenceByNumber() {
        ResourceBundle english = ResourceBundle.getBundle("messages.list", Locale.ENGLISH);
        for (Words words : ListWords.WORDS.all()) {
            for (String sentence : english.keySet()) {
                for (long number : new long[] {1, 2, 3, 11, 21, 100}) {
                    assertThat(words.say(sentence, number, number, number))
                            .as("%s in %s", sentence, words.tag())
                            .isNotBlank()
                            .doesNotContain("{", "#");
                }
            }
        }
    }

    @Test
    void namesEveryTypeOfOrganisation() {
        assertThat(ListWords.WORDS.all())
                .allSatisfy(words -> assertThat(Stream.of("type.", "types.")
                                .flatMap(form -> Arrays.stream(OrganisationType.values())
                                        .map(type -> words.say(form + type.name()))))
                        .hasSize(2 * OrganisationType.values().length)
                        .allMatch(name -> !name.isBlank()));
    }
}
