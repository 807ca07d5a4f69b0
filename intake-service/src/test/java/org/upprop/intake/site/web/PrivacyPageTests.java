package org.upprop.intake.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;

@OverHttp
class PrivacyPageTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    private final Appeal appeal = anAppeal().build();

    @BeforeEach
    void anAppealThatWasRead() {
        appeals.read = true;
        appeals.put(appeal);
    }

    @ParameterizedTest
    @CsvSource({
        "en,    en, sv,    Ja",
        "sv,    sv, sv,    Ja",
        "ru,    ru, sv,    Ja",
        "kk,    kk, sv,    Ja",
        "ar,    ar, sv,    Ja",
        "pt-BR, sv, pt-BR, Sim"
    })
    void saysWhatIsAgreedToInEachPublishedLanguage(String asked, String words, String text, String consent) {
        assertThat(http.get().uri("/appeals/{slug}/privacy?lang={asked}", appeal.slug(), asked))
                .hasStatus(200)
                .hasHeader(HttpHeaders.CONTENT_LANGUAGE, words)
                .bodyText()
                .contains("<html lang=\"" + words + "\"")
                .contains("<blockquote lang=\"%s\" dir=\"ltr\">%s</blockquote>".formatted(text, consent))
                .contains("Gruppen Gryning", "Box 1, Stockholm", "mailto:post@gryning.example")
                .doesNotContain("{0}", "{1}");
    }

    @Test
    void saysThatLinksEndSoonerWhereSignatoriesAreInDanger() {
        Appeal dangerous = anAppeal().atRisk().build();
        appeals.put(dangerous);

        assertThat(http.get().uri("/appeals/{slug}/privacy?lang=en", dangerous.slug()))
                .bodyText()
                .contains("Up to 3 days after the mail was sent")
                .doesNotContain("14 days");
    }

    @Test
    void saysHowLongEverythingIsKept() {
        assertThat(http.get().uri("/appeals/{slug}/privacy?lang=en", appeal.slug()))
                .bodyText()
                .contains("Up to 14 days after the mail was sent", "for 24 hours")
                .contains("in a queue for 7 days", "For 30 days, numbers and the fingerprint")
                .contains("up to two reminders", "Which mails were sent", "in all appeals on this service")
                .contains("why the signature stands out, and organisations that may be the same one")
                .contains("Version 2", "and every organisation, waits until Gruppen Gryning has looked at it")
                .doesNotContain("neither country nor place");
    }

    @ParameterizedTest
    @CsvSource({"sv,påminnelser", "en,reminders", "ru,напоминаний", "kk,еске салу", "ar,تذكيران"})
    void namesRemindersInEveryLanguage(String lang, String reminders) {
        assertThat(http.get().uri("/appeals/{slug}/privacy?lang={lang}", appeal.slug(), lang))
                .bodyText()
                .contains(reminders);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "ru", "kk", "ar"})
    void leadsToWhereLostLinksAreMailed(String lang) {
        assertThat(http.get().uri("/appeals/{slug}/privacy?lang={lang}", appeal.slug(), lang))
                .bodyText()
                .contains("href=\"https://verification.example/links/%s?lang=%s\"".formatted(appeal.slug(), lang));
    }

    @ParameterizedTest
    @CsvSource({"sv,kommentar", "en,comment", "ru,Комментарий", "kk,пікірді", "ar,التعليق"})
    void speaksOfCommentsOnlyWhereTheyAreTaken(String lang, String comment) {
        assertThat(http.get().uri("/appeals/{slug}/privacy?lang={lang}", appeal.slug(), lang))
                .bodyText()
                .doesNotContain(comment);
        Appeal talkative = anAppeal().takingComments().build();
        appeals.put(talkative);

        assertThat(http.get().uri("/appeals/{slug}/privacy?lang={lang}", talkative.slug(), lang))
                .bodyText()
                .contains(comment);
    }

    @Test
    void saysWhatIsNotShownWhereSignatoriesAreAtRisk() {
        Appeal dangerous = anAppeal().atRisk().build();
        appeals.put(dangerous);

        assertThat(http.get().uri("/appeals/{slug}/privacy?lang=en", dangerous.slug()))
                .bodyText()
                .contains("neither country nor place is shown for anybody")
                .doesNotContain("reminder");
    }
}
