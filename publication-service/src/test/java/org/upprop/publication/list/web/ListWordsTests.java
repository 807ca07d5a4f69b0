package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.upprop.signature.OrganisationType;
import org.upprop.site.Words;

class ListWordsTests {

    @Test
    void bendsWordsByNumber() {
        Words english = Layout.WORDS.in("en");
        Words swedish = Layout.WORDS.in("sv");

        assertThat(english.say("organisations", 1)).isEqualTo("1 organisation");
        assertThat(english.say("individuals", 1234)).isEqualTo("1,234 people");
        assertThat(swedish.say("individuals", 1)).isEqualTo("1 person");
        assertThat(swedish.say("organisations", 2)).isEqualTo("2 organisationer");
    }

    @Test
    void saysTheSameSentencesInEveryLanguage() {
        ResourceBundle english = ResourceBundle.getBundle("messages.list", Locale.ENGLISH);
        for (Words words : Layout.WORDS.all()) {
            ResourceBundle other = ResourceBundle.getBundle("messages.list", Locale.forLanguageTag(words.tag()));
            assertThat(other.keySet()).as(words.tag()).isEqualTo(english.keySet());
        }
    }

    @Test
    void namesEveryTypeOfOrganisation() {
        assertThat(Layout.WORDS.all())
                .allSatisfy(words -> assertThat(
                                Arrays.stream(OrganisationType.values()).map(type -> words.say("type." + type.name())))
                        .doesNotHaveDuplicates()
                        .allMatch(name -> !name.isBlank()));
    }
}
