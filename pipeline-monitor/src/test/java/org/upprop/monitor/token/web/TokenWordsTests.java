package org.upprop.monitor.token.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.upprop.access.Role;
import org.upprop.monitor.token.TokenRefused.Why;
import org.upprop.site.Words;

class TokenWordsTests {

    @Test
    void saysTheSameSentencesInEveryLanguage() {
        ResourceBundle english = ResourceBundle.getBundle("messages.tokens", Locale.ENGLISH);
        for (Words words : TokensPage.WORDS.all()) {
            ResourceBundle other = ResourceBundle.getBundle("messages.tokens", Locale.forLanguageTag(words.tag()));
            assertThat(other.keySet()).as(words.tag()).isEqualTo(english.keySet());
            assertThat(english.keySet())
                    .allSatisfy(sentence -> assertThat(words.say(sentence, 1000, 3660))
                            .isNotBlank()
                            .doesNotContain("{"));
        }
    }

    @Test
    void namesEveryRoleAndSaysWhyEverythingIsRefused() {
        assertThat(TokensPage.WORDS.all()).allSatisfy(words -> {
            assertThat(Role.values())
                    .allMatch(role -> words.has("role." + role.id()) && words.has("does." + role.id()));
            assertThat(Arrays.stream(Why.values())).allMatch(why -> words.has("refused." + why.code()));
        });
    }
}
