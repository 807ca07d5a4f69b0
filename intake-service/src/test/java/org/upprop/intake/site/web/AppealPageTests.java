package org.upprop.intake.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.upprop.appeal.Appeal;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.count.PublicCount;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.Ports.BrakesInMemory;
import org.upprop.intake.Ports.CountsInMemory;
import org.upprop.intake.Ports.FirstSignatoriesInMemory;
import org.upprop.intake.signatory.FirstSignatory;
import org.upprop.signature.SignatoryKind;

@OverHttp
class AppealPageTests {

    private static final Appeal.Translation ARABIC =
            new Appeal.Translation("مع شعب كازاخستان", "ملخّص", "نص", List.of(new Appeal.Demand("free", "الحرية")));

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    BrakesInMemory brakes;

    @Autowired
    CountsInMemory counts;

    @Autowired
    FirstSignatoriesInMemory firstSignatories;

    private final Appeal appeal = anAppeal().introducedWith("Bra & <b>kort</b>").build();

    @BeforeEach
    void anAppealThatWasRead() {
        appeals.read = true;
        appeals.put(appeal);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // asked, accepted, the appeal's language, the interface's
                "-,     -,                sv,    sv",
                "-,     '*',              sv,    sv",
                "-,     'q=;',            sv,    sv",
                "-,     'pt-BR,en',       pt-BR, en",
                "-,     'pt,en;q=0.5',    sv,    en",
                "-,     'en',             sv,    en",
                "-,     'de',             sv,    sv",
                "-,     'kk-KZ,ru;q=0.8', sv,    kk",
                "-,     'ar-MA,pt-BR',    pt-BR, ar",
                "sv,    'pt-BR',          sv,    sv",
                "pt-BR, 'sv',             pt-BR, sv",
                "ar,    'pt-BR',          pt-BR, ar",
                "ru,    -,                sv,    ru",
                "tlh,   'en',             sv,    en",
                "'<x>', 'en',             sv,    en",
            })
    void speaksAsTheReaderReads(@Nullable String asked, @Nullable String accepted, String text, String words) {
        var request = http.get().uri("/appeals/{slug}", appeal.slug());
        if (asked != null) {
            request = http.get().uri("/appeals/{slug}?lang={asked}", appeal.slug(), asked);
        }
        if (accepted != null) {
            request = request.header(HttpHeaders.ACCEPT_LANGUAGE, accepted);
        }
        String title = appeal.in(text).title();

        assertThat(request)
                .hasStatus(200)
                .hasHeader(HttpHeaders.CONTENT_LANGUAGE, text.equals(words) ? text : text + ", " + words)
                .bodyText()
                .contains("<html lang=\"%s\" dir=\"%s\">".formatted(words, words.equals("ar") ? "rtl" : "ltr"))
                .contains("<h1 lang=\"%s\" dir=\"ltr\">%s</h1>".formatted(text, title));
    }

    @Test
    void writesAnArabicAppealFromTheRightWhateverTheInterfaceIs() {
        Appeal arabic = anAppeal().saying("ar", ARABIC).build();
        appeals.put(arabic);

        page(arabic, "?lang=sv")
                .contains("<html lang=\"sv\" dir=\"ltr\">")
                .contains("<h1 lang=\"ar\" dir=\"rtl\">مع شعب كازاخستان</h1>")
                .contains("<ol class=\"demands text\" lang=\"ar\" dir=\"rtl\">");
    }

    @Test
    void showsWhatAnOrganiserWroteAsTextAndNeverAsMarkup() {
        String markup = "\"><script>alert('x')</script>";
        Appeal hostile = anAppeal()
                .saying(
                        "en",
                        new Appeal.Translation(markup, markup, markup, List.of(new Appeal.Demand("free", markup))))
                .introducedWith(markup)
                .build();
        appeals.put(hostile);

        page(hostile, "?source=gryning")
                .doesNotContain("<script>", "\"><script")
                .contains("&lt;script&gt;");
    }

    @Test
    void leadsBetweenTheLanguages() {
        String address = "https://intake.example/appeals/" + appeal.slug();

        page(appeal, "?lang=sv")
                .contains("<link rel=\"canonical\" href=\"" + address + "?lang=sv\">")
                .contains("<link rel=\"alternate\" hreflang=\"sv\" href=\"" + address + "?lang=sv\">")
                .contains("<link rel=\"alternate\" hreflang=\"pt-BR\" href=\"" + address + "?lang=pt-BR\">")
                .contains("<link rel=\"alternate\" hreflang=\"x-default\" href=\"" + address + "\">")
                .contains("<span lang=\"sv\" dir=\"ltr\" aria-current=\"true\">Svenska</span>")
                .contains("<a href=\"/appeals/" + appeal.slug()
                        + "?lang=pt-BR\" lang=\"pt-BR\" hreflang=\"pt-BR\" dir=\"ltr\">Português (Brasil)</a>")
                .contains("lang=\"ar\" hreflang=\"ar\" dir=\"rtl\">العربية</a>");
    }

    @Test
    void leadsBackFromAnotherInterfaceToTheLanguageOfTheText() {
        page(appeal, "?lang=ar")
                .contains("<a href=\"/appeals/" + appeal.slug()
                        + "?lang=sv\" lang=\"sv\" hreflang=\"sv\" dir=\"ltr\">Svenska</a>")
                .contains("<span lang=\"ar\" dir=\"rtl\" aria-current=\"true\">العربية</span>");
    }

    @Test
    void tellsOtherSitesWhatToPreview() {
        page(appeal, "?lang=pt-BR")
                .contains("<meta property=\"og:title\" content=\"Título\">")
                .contains("<meta property=\"og:description\" content=\"Breve\">")
                .contains("<meta property=\"og:url\" content=\"https://intake.example/appeals/" + appeal.slug()
                        + "?lang=pt-BR\">")
                .contains("<meta property=\"og:locale\" content=\"pt_BR\">")
                .contains("<meta property=\"og:locale:alternate\" content=\"sv_SE\">")
                .contains("<meta property=\"og:image\" content=\"https://intake.example/appeals/" + appeal.slug()
                        + "/picture/pt-BR.png\">")
                .contains("<meta name=\"twitter:card\" content=\"summary_large_image\">")
                .doesNotContain("noindex");
    }

    @Test
    void namesTheSiteThatLedHereAndCarriesItOn() {
        page(appeal, "?lang=sv&source=gryning")
                .contains(
                        "Återpublicerat av <a href=\"https://gryning.example\" rel=\"noopener\"><bdi>Gryning</bdi></a>")
                .contains("Bra &amp; &lt;b&gt;kort&lt;/b&gt;")
                .contains("/appeals/" + appeal.slug() + "?lang=pt-BR&amp;source=gryning\"")
                .contains("/privacy?lang=sv&amp;source=gryning\"")
                .contains("/signatories?lang=sv&amp;source=gryning\"")
                .contains("value=\"https://intake.example/appeals/" + appeal.slug() + "?lang=sv&amp;source=gryning\"");
        page(appeal, "?source=unknown").doesNotContain("unknown", "<aside");
    }

    @Test
    void saysHowManyHaveSignedAndHowOldThatIs() {
        counts.put(PublicCount.whole(appeal.slug(), 3, 30, 4, 2, Instant.parse("2022-01-12T11:58:00Z")));

        page(appeal, "?lang=en")
                .contains("<strong>34</strong> have signed")
                .contains("<progress aria-label=\"Progress to the goal\" value=\"34\" max=\"100\">")
                .contains("34 of 100")
                .contains("<time datetime=\"2022-01-12T11:58:00Z\">12 January 2022 at 11:58 UTC</time>");
    }

    @Test
    void tellsNoNumberThatNobodyKnowsOrMayKnow() {
        page(appeal, "?lang=en").doesNotContain("<progress", "class=\"count\"");

        counts.put(PublicCount.atRisk(appeal.slug(), 3, 4, Ports.NOW));
        page(appeal, "?lang=en").contains("only from ten on").doesNotContain("<progress", "class=\"count\"");
    }

    @Test
    void staysWithItsFinalCountAfterItsClosing() {
        Appeal closed = anAppeal().closed().build();
        appeals.put(closed);
        counts.put(PublicCount.whole(closed.slug(), 3, 30, 4, 2, Ports.NOW));

        page(closed, "?lang=en")
                .contains("The appeal was closed on 12 January 2022.", "34 have signed.")
                .doesNotContain("id=\"sign\"", "href=\"#sign\"");
    }

    @Test
    void saysWhenItOpens() {
        Appeal early = anAppeal().opening(Ports.NOW.plusSeconds(60)).build();
        appeals.put(early);

        page(early, "?lang=en")
                .contains("The appeal opens on 12 January 2022 at 12:01 UTC.")
                .doesNotContain("id=\"sign\"", "href=\"#sign\"");
    }

    @Test
    void offersTheFormBeforeItHasReadWhetherAnOperatorHoldsTheAppeal() {
        brakes.read = false;
        try {
            page(appeal, "?lang=en").contains("id=\"sign-form\"");
        } finally {
            brakes.read = true;
        }
    }

    @Test
    void saysThatItIsPausedBeforeAnybodyFillsInAForm() {
        brakes.put(new Brake(BrakeKind.PAUSE_APPEAL, appeal.slug(), null, Ports.NOW));

        page(appeal, "?lang=en")
                .contains("whoever looks after it has paused it")
                .doesNotContain("id=\"sign\"", "href=\"#sign\"");
    }

    @Test
    void namesTheFirstSignatories() {
        firstSignatories.put(
                appeal.slug(),
                new FirstSignatory("<b>Ada</b>", SignatoryKind.INDIVIDUAL, "lathe operator", null, "KZ"));

        page(appeal, "?lang=en")
                .contains("The first signatories")
                .contains("<bdi>&lt;b&gt;Ada&lt;/b&gt;</bdi>", "<bdi>lathe operator</bdi>", "Kazakhstan");
    }

    @Test
    void saysWhoIsBehindIt() {
        page(appeal, "?lang=en")
                .contains("Gruppen Gryning", "Box 1, Stockholm", "mailto:post@gryning.example")
                .contains("Version 2. The original is in this language: Swedish.")
                .contains("https://publication.example/appeals/" + appeal.slug() + "/signatories?lang=en");
    }

    @Test
    void passesItselfOnWithoutTellingAnyoneElse() {
        page(appeal, "?lang=sv")
                .contains(
                        "href=\"https://wa.me/?text=Titel%0Ahttps%3A%2F%2Fintake.example%2Fappeals%2F" + appeal.slug())
                .contains("href=\"https://t.me/share/url?url=https%3A%2F%2Fintake.example%2Fappeals%2F")
                .contains("href=\"mailto:?subject=Titel&amp;body=Kort%0A%0Ahttps%3A%2F%2Fintake.example")
                .contains("href=\"/appeals/" + appeal.slug() + "/mastodon?lang=sv\"")
                .contains("<li hidden><button type=\"button\" data-share=")
                .doesNotContainPattern("(?:src|<link rel=\"stylesheet\" href)=\"(?!/)");
    }

    @Test
    void offersNothingButTheLinkWhereSignatoriesAreAtRisk() {
        Appeal dangerous = anAppeal().atRisk().build();
        appeals.put(dangerous);

        page(dangerous, "?lang=en")
                .contains("Send the link only where that is safe")
                .contains("value=\"https://intake.example/appeals/" + dangerous.slug() + "?lang=sv\"")
                .doesNotContain("wa.me", "t.me", "mailto:?", "/mastodon", "og:", "twitter:", "data-share");
    }

    @Test
    void isMadeForOneReaderAndLoadsOnlyItsOwn() {
        assertThat(http.get().uri("/appeals/{slug}", appeal.slug()))
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
                                + "connect-src 'self'; form-action 'self' https://verification.example; "
                                + "base-uri 'none'; frame-ancestors 'none'")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Strict-Transport-Security", "max-age=31536000")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private")
                .hasHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .bodyText()
                .doesNotContain(" style=", "<style", " onclick", "<script>");
    }

    private AbstractStringAssert<?> page(Appeal of, String query) {
        return assertThat(http.get().uri("/appeals/" + of.slug() + query))
                .hasStatus(200)
                .bodyText();
    }
}
