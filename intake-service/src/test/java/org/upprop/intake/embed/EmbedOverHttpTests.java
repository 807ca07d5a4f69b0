package org.upprop.intake.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.upprop.appeal.Appeal;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.count.PublicCount;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.Ports.BrakesInMemory;
import org.upprop.intake.Ports.CountsInMemory;
import org.upprop.intake.signature.SignatureField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OverHttp
class EmbedOverHttpTests {

    private static final int SMALL = 18 * 1024;
    private static final String HOSTILE = "\"'><script>alert(1)</script>&";

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    BrakesInMemory brakes;

    @Autowired
    CountsInMemory counts;

    private final Appeal appeal = anAppeal().takingComments().build();

    @BeforeEach
    void anOpenAppeal() {
        appeals.read = true;
        appeals.put(appeal);
    }

    @Test
    void theScriptIsSmallKeepsNoTextAndRunsNothingThatIsSent() throws Exception {
        String script = new ClassPathResource("assets/embed.js").getContentAsString(StandardCharsets.UTF_8);

        MvcTestResult answer = http.get().uri("/embed.js").exchange();

        assertThat(answer)
                .hasStatus(200)
                .hasContentType("text/javascript;charset=UTF-8")
                .hasHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=600, public");
        assertThat(answer).bodyText().isEqualTo(script).hasSizeLessThan(SMALL);
        assertThat(script)
                .doesNotContainPattern(
                        "innerHTML|outerHTML|insertAdjacent|document\\.write|eval\\(|new Function|Storage|cookie");
        assertThat(http.get()
                        .uri("/embed.js")
                        .header(HttpHeaders.IF_NONE_MATCH, answer.getResponse().getHeader(HttpHeaders.ETAG)))
                .hasStatus(304);
    }

    @ParameterizedTest
    @CsvSource({
        "sv, sv, ltr, Skriv under, Sverige",
        "en, en, ltr, Sign,        Sweden",
        "ru, ru, ltr, Подписать,   Швеция",
        "kk, kk, ltr, Қол қою,     Швеция",
        "ar, ar, rtl, وقّع,        السويد",
    })
    void theFormSpeaksTheLanguageThatTheSiteNames(String asked, String tag, String dir, String button, String sweden) {
        JsonNode form = form("?lang=" + asked + "&source=gryning");

        assertThat(form.path("lang").asString()).isEqualTo(tag);
        assertThat(form.path("dir").asString()).isEqualTo(dir);
        assertThat(form.path("words").path("sign").asString()).isEqualTo(button);
        assertThat(form.path("title").path("lang").asString()).isEqualTo("sv");
        assertThat(form.path("source").asString()).isEqualTo("gryning");
        assertThat(field(form, "country")
                        .path("options")
                        .valueStream()
                        .map(option -> option.get(1).asString()))
                .contains(sweden);
        assertThat(form.path("links").path("page").asString())
                .isEqualTo("https://intake.example/appeals/" + appeal.slug() + "?lang=" + asked + "&source=gryning");
    }

    @Test
    void theFormHasASentenceForEveryMistakeThatItCanMake() {
        JsonNode form = form("?lang=en");

        for (JsonNode field : form.path("fields")) {
            String pointer = field.path("pointer").asString();
            List<String> codes = Arrays.stream(SignatureField.values())
                    .filter(place -> place.pointer().equals(pointer))
                    .flatMap(place -> place.codes().stream())
                    .filter(code -> !code.matches(".*\\.(type|unexpected|off)"))
                    .toList();
            assertThat(codes).as(pointer).isNotEmpty();
            assertThat(field.path("wrong").propertyNames()).as(pointer).containsExactlyInAnyOrderElementsOf(codes);
        }
        assertThat(field(form, "email").path("wrong").path("email.invalid").asString())
                .contains("name@example.org");
        assertThat(field(form, "consent").path("value").asString()).isEqualTo("2");
        assertThat(field(form, "contactRole").path("pointer").asString()).isEqualTo("/contact/role");
    }

    @ParameterizedTest
    @CsvSource({"en, Or type the code", "ar, أو اكتب الرمز"})
    void theFormLeadsToWhereTheCodeOfTheMailIsTypedAndToLostMails(String lang, String code) {
        JsonNode form = form("?lang=" + lang);
        JsonNode links = form.path("links");

        assertThat(links.path("code").asString()).isEqualTo("https://verification.example/verify/code/");
        assertThat(links.path("own").asString())
                .isEqualTo("https://verification.example/links/" + appeal.slug() + "?lang=" + lang);
        assertThat(form.path("words").path("code").asString()).isEqualTo(code);
        assertThat(form.path("words").path("why").asString()).isNotEmpty();
        assertThat(form.path("words").path("own").asString()).isNotEmpty();
    }

    @Test
    void theFormSaysWhoseMailToLookFor() {
        JsonNode form = form("?lang=en");

        assertThat(form.path("words").path("from").asString())
                .contains(appeal.publisher().name());
        assertThat(form.has("sender")).as("an address that nobody told").isFalse();
    }

    @Test
    void theFormAsksNobodyAtRiskWhereTheyLive() {
        Appeal dangerous = anAppeal().atRisk().build();
        appeals.put(dangerous);

        JsonNode form = form(dangerous, "?lang=en");

        assertThat(form.path("fields")
                        .valueStream()
                        .map(field -> field.path("id").asString()))
                .doesNotContain("city", "comment");
        assertThat(field(form, "country").path("kind").asString()).isEqualTo("organisation");
    }

    @Test
    void theFormSaysThatAnAppealIsClosedAndCannotBeSigned() {
        Appeal closed = anAppeal().closed().build();
        appeals.put(closed);

        assertThat(form(closed, "?lang=en").path("notice").asString()).contains("closed");
        assertThat(form("?lang=en").has("notice")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?lang=%22%3E%3Cscript%3E&source=%22%3E%3Cscript%3E",
                "?lang=&source=",
                "?lang=xx-&source=direct",
                "?lang=../../etc&source=../gryning",
                "?source=Gryning",
                "?lang=sv&lang=ar&source=gryning%00",
                ""
            })
    void whatIsNoLanguageAndNoSourceIsLeftOut(String query) {
        JsonNode form = form(query);

        assertThat(form.has("source")).isFalse();
        assertThat(form.path("lang").asString()).isEqualTo("sv");
        assertThat(form.toString()).doesNotContain("<script>").doesNotContain("source=");
    }

    @Test
    void theCountIsShownWithTheGoalAndIsFresh() {
        counts.put(PublicCount.whole(appeal.slug(), 1, 1_200, 34, 0, Ports.NOW));

        MvcTestResult answer = http.get()
                .uri("/api/v1/appeals/{slug}/embed/count?lang=en", appeal.slug())
                .exchange();

        assertThat(answer).hasStatus(200).hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=15, public");
        assertThat(answer).bodyJson().isStrictlyEqualTo("""
                {"total":1234,"text":"1,234 have signed. The goal is 100.","share":1.0,"asOf":"2022-01-12T12:00:00Z"}""");
        assertThat(http.get().uri("/appeals/{slug}/count.svg?lang=en", appeal.slug()))
                .hasStatus(200)
                .hasContentType("image/svg+xml;charset=UTF-8")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=60, public")
                .bodyText()
                .contains(">1,234 have signed<", ">Sign<")
                .doesNotContain("script", "href");
    }

    @Test
    void aCountThatIsKeptBackIsShownNowhere() {
        Appeal dangerous = anAppeal().atRisk().build();
        appeals.put(dangerous);
        counts.put(PublicCount.atRisk(dangerous.slug(), 1, 7, Ports.NOW));

        assertThat(http.get().uri("/api/v1/appeals/{slug}/embed/count?lang=en", dangerous.slug()))
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"text":"","asOf":"2022-01-12T12:00:00Z"}""");
        assertThat(http.get().uri("/appeals/{slug}/count.svg?lang=en", dangerous.slug()))
                .hasStatus(200)
                .bodyText()
                .doesNotContain("7 ");
    }

    @Test
    void theShareKitGivesASourceItsPiecesAndEveryLinkNamesIt() {
        MvcTestResult answer = kit("gryning", "?lang=sv");

        assertThat(answer)
                .hasStatus(200)
                .bodyText()
                .contains("noindex", "https://gryning.example")
                .contains("&lt;script src=\"https://intake.example/embed.js\" data-appeal=\"" + appeal.slug()
                        + "\" data-source=\"gryning\" data-lang=\"sv\" async&gt;&lt;/script&gt;")
                .contains("&lt;noscript&gt;&lt;a href=\"https://intake.example/appeals/" + appeal.slug()
                        + "?lang=sv&amp;amp;source=gryning\"&gt;")
                .contains("/embed?lang=sv&amp;amp;source=gryning\" title=")
                .contains("/count.svg?lang=sv&amp;amp;source=gryning\" alt=")
                .doesNotContain("<script src=\"https:");
    }

    @Test
    void theShareKitIsEachSourcesOwn() {
        for (String nobody : List.of("direct", "elsewhere", "Gryning", "%22%3E")) {
            assertThat(kit(nobody, "")).hasStatus(404);
        }
    }

    @Test
    void theShareKitWritesWhatAnOrganiserWroteAsTextAndNeverAsMarkup() {
        Appeal hostile = anAppeal()
                .saying(
                        "sv",
                        new Appeal.Translation(
                                HOSTILE, HOSTILE, "Text " + HOSTILE, List.of(new Appeal.Demand("free", HOSTILE))))
                .introducedWith(HOSTILE)
                .build();
        appeals.put(hostile);

        assertThat(http.get().uri("/appeals/{slug}/share/gryning?lang=sv", hostile.slug()))
                .hasStatus(200)
                .bodyText()
                .doesNotContain("<script>")
                // What is pasted is markup of ours around text that is escaped once more.
                .contains("&lt;h2&gt;&amp;quot;&amp;#39;&amp;gt;&amp;lt;script&amp;gt;")
                .contains("# \"'\\&gt;\\&lt;script\\&gt;");
    }

    @Test
    void saysThatAnOperatorHoldsTheAppeal() {
        Brake paused = new Brake(BrakeKind.PAUSE_APPEAL, appeal.slug(), null, Ports.NOW);
        brakes.put(paused);
        try {
            assertThat(form("?lang=en").path("notice").asString()).contains("paused");
        } finally {
            brakes.remove(paused);
        }
    }

    private JsonNode form(String query) {
        return form(appeal, query);
    }

    private JsonNode form(Appeal of, String query) {
        MvcTestResult answer = http.get()
                .uri("/api/v1/appeals/" + of.slug() + "/embed" + query)
                .exchange();
        assertThat(answer).hasStatus(200).hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=60, public");
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    private static JsonNode field(JsonNode form, String id) {
        return form.path("fields")
                .valueStream()
                .filter(field -> field.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult kit(String source, String query) {
        return http.get()
                .uri(URI.create("/appeals/" + appeal.slug() + "/share/" + source + query))
                .exchange();
    }
}
