package org.upprop.intake.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.upprop.access.BearerToken;
import org.upprop.access.Role;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.Ports.GrantsInMemory;

@OverHttp
@ExtendWith(OutputCaptureExtension.class)
class PublishingOverHttpTests {

    private static final String APPEAL = """
            {"originalLocale":"sv",
             "publisher":{"name":"Gryning","url":"https://gryning.example"},
             "controller":{"name":"Gryning","postalAddress":"Box 1\\nStockholm","email":"post@gryning.example"},
             "opensAt":"2022-01-12T00:00:00Z",
             "translations":{
               "sv":{"title":"Titel","summary":"Kort","body":"Text","demands":[{"id":"free","text":"Frige"}]},
               "en":{"title":"Title","summary":"Short","body":"Text","demands":[{"id":"free","text":"Free"}]}},
             "consent":{"version":"1","text":{"sv":"Ja","en":"Yes"}}}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    GrantsInMemory grants;

    private final String slug = "appeal-" + UUID.randomUUID();

    @BeforeEach
    void aBrokerThatAnswers() {
        appeals.read = true;
        appeals.brokerAnswers = true;
    }

    @Test
    void publishesAnAppealThatEverybodyCanRead() {
        MvcTestResult answer = put(APPEAL);

        assertThat(answer)
                .hasStatus(201)
                .hasHeader(HttpHeaders.ETAG, "\"1\"")
                .hasHeader(HttpHeaders.LOCATION, "/api/v1/appeals/" + slug);
        assertThat(answer).bodyJson().extractingPath("$.version").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.changedAt").isEqualTo("2022-01-12T12:00:00Z");
        assertThat(appeals.text(new AppealSlug(slug), 1))
                .hasValueSatisfying(text ->
                        assertThat(text.textHash()).isEqualTo(published().textHash()));
        assertThat(published().policy()).isEqualTo(Policy.DEFAULT);

        MvcTestResult read = http.get().uri("/api/v1/appeals/{slug}", slug).exchange();
        assertThat(read).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"1\"");
        assertThat(read)
                .bodyJson()
                .extractingPath("$.translations.en.demands[0].text")
                .isEqualTo("Free");
        assertThat(http.get().uri("/api/v1/appeals"))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.items[?(@.slug=='" + slug + "')].title.sv")
                .asArray()
                .containsExactly("Titel");
    }

    @Test
    void takesEverythingThatAnOrganiserMaySay() {
        String json = with("""
                "closesAt":"2022-02-01T00:00:00+01:00","goal":1000,
                "sources":[{"id":"red","name":"Red","url":"http://red.example/x","origins":["https://red.example:8443"],
                            "intro":"Read it here."}],
                "policy":{"organisations":"domain-or-review","comments":"review","openData":true,"atRisk":true},
                "firstSignatories":["5e0a1c8e-9a4e-4a53-9d3d-1e7f6f1f3b11"],"editorial":false""");

        assertThat(put(json)).hasStatus(201);
        assertThat(published().closesAt()).isEqualTo("2022-01-31T23:00:00Z");
        assertThat(published().goal()).isEqualTo(1000);
        assertThat(published().sources()).extracting(Appeal.Source::id).containsExactly("red");
        assertThat(published().policy())
                .isEqualTo(
                        new Policy(Policy.Organisations.DOMAIN_OR_REVIEW, Policy.Comments.REVIEW, true, true, false));
        assertThat(published().firstSignatories()).hasSize(1);
    }

    @Test
    void letsSearchEnginesFindAListOnlyWhereNobodyIsAtRisk() {
        put(with("\"policy\":{\"listIndexed\":true}"));
        assertThat(published().policy().listIndexed()).isTrue();

        put(with("\"policy\":{\"listIndexed\":true,\"atRisk\":true}"));
        assertThat(published().policy().listIndexed()).isFalse();
    }

    @Test
    void sendsAnAppealOnlyOnceToWhoeverHasIt() {
        put(APPEAL);

        assertThat(http.get().uri("/api/v1/appeals/{slug}", slug).header(HttpHeaders.IF_NONE_MATCH, "\"1\""))
                .hasStatus(304)
                .bodyText()
                .isEmpty();
    }

    @Test
    void writesNothingWhereNothingChanged() {
        put(APPEAL);

        assertThat(put(APPEAL)).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"1\"");
    }

    @Test
    void raisesTheVersionOnlyWhenTheSubstanceChanges() {
        put(APPEAL);

        assertThat(put(with("\"goal\":500"))).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"2\"");
        assertThat(published().version()).isEqualTo(1);

        assertThat(put(APPEAL.replace("Frige", "Frigiv"))).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"3\"");
        assertThat(published().version()).isEqualTo(2);
        assertThat(appeals.text(new AppealSlug(slug), 1)).isPresent();
        assertThat(appeals.text(new AppealSlug(slug), 2)).isPresent();
    }

    @Test
    void keepsTheVersionThroughAnEditorialChange() {
        put(APPEAL);

        assertThat(put(with("\"editorial\":true").replace("Frige", "Frigiv"))).hasStatus(200);
        assertThat(published().version()).isEqualTo(1);
        assertThat(published().revision()).isEqualTo(2);
        assertThat(appeals.text(new AppealSlug(slug), 1))
                .hasValueSatisfying(text ->
                        assertThat(text.textHash()).isEqualTo(published().textHash()));
    }

    @Test
    void keepsTheTextsOfEveryVersionReadable() {
        put(APPEAL);
        put(APPEAL.replace("Frige", "Frigiv"));

        MvcTestResult first = version("1");
        assertThat(first).hasStatus(200);
        assertThat(first)
                .bodyJson()
                .extractingPath("$.translations.sv.demands[0].text")
                .isEqualTo("Frige");
        assertThat(version("2"))
                .hasHeader(HttpHeaders.ETAG, "\"" + published().textHash() + "\"")
                .bodyJson()
                .extractingPath("$.translations.sv.demands[0].text")
                .isEqualTo("Frigiv");
        assertThat(version("3"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://upprop.org/problems/unknown-version");
        assertThat(version("first")).hasStatus(400);
    }

    @Test
    void closesAndReopensByItsDates() {
        put(with("\"closesAt\":\"2022-01-12T12:00:00Z\""));
        assertThat(sign()).hasStatus(410);

        put(with("\"closesAt\":\"2022-01-12T12:00:01Z\""));
        assertThat(sign()).hasStatus(202);
        assertThat(published().version()).isEqualTo(1);
    }

    @Test
    void refusesToCallAnotherConsentEditorial() {
        put(APPEAL);

        assertThat(put(with("\"editorial\":true").replace("\"version\":\"1\"", "\"version\":\"2\"")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("editorial.substance");
        assertThat(published().revision()).isEqualTo(1);
    }

    @Test
    void changesOnlyTheRevisionThatTheOrganiserSaw() {
        assertThat(put(APPEAL, HttpHeaders.IF_MATCH, "\"1\"")).hasStatus(412);
        assertThat(put(APPEAL, HttpHeaders.IF_MATCH, "*")).hasStatus(412);
        assertThat(put(APPEAL, HttpHeaders.IF_NONE_MATCH, "*")).hasStatus(201);
        assertThat(put(APPEAL, HttpHeaders.IF_NONE_MATCH, "*")).hasStatus(412);

        assertThat(put(with("\"goal\":1"), HttpHeaders.IF_MATCH, "\"1\"")).hasStatus(200);
        assertThat(put(with("\"goal\":2"), HttpHeaders.IF_MATCH, "\"1\""))
                .hasStatus(412)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://upprop.org/problems/precondition-failed");
        assertThat(put(with("\"goal\":2"), HttpHeaders.IF_MATCH, "W/\"2\"")).hasStatus(412);
        assertThat(put(with("\"goal\":2"), HttpHeaders.IF_MATCH, "\"9\", \"2\""))
                .hasStatus(200);
        assertThat(published().goal()).isEqualTo(2);
    }

    @Test
    void saysSoWhenTheBrokerDoesNotAnswer() {
        appeals.brokerAnswers = false;

        assertThat(put(APPEAL)).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer a token for the test", "Basic " + OverHttp.TOKEN})
    void letsNobodyPublishWithoutTheToken(String authorization) {
        MvcTestResult answer = http.put()
                .uri("/api/v1/appeals/{slug}", slug)
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{")
                .exchange();

        assertThat(answer).hasStatus(401).hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"organiser\"");
        assertThat(appeals.find(new AppealSlug(slug))).isEmpty();
    }

    @Test
    void letsAnOrganiserOfOneAppealPublishThatOne() {
        BearerToken token = BearerToken.random();
        grants.give(token, Role.ORGANISER, new AppealSlug(slug));

        assertThat(putBy(token, slug)).hasStatus(201);
    }

    @Test
    void letsAnOrganiserOfOneAppealPublishNoOther() {
        BearerToken token = BearerToken.random();
        grants.give(token, Role.ORGANISER, new AppealSlug("another-" + UUID.randomUUID()));

        MvcTestResult answer = putBy(token, slug);

        assertThat(answer).hasStatus(403);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://upprop.org/problems/another-appeal");
        assertThat(appeals.find(new AppealSlug(slug))).isEmpty();
    }

    @Test
    void letsNobodyPublishWithATokenForSomethingElse() {
        BearerToken token = BearerToken.random();
        grants.give(token, Role.REVIEWER, new AppealSlug(slug));

        assertThat(putBy(token, slug)).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61pi/v1/appeals/", "/api/v1/appeals;x/", "/api/v1/%61ppeals/"})
    void letsNobodyPublishWithoutTheTokenHoweverThePathIsSpelt(String path) {
        assertThat(http.put()
                        .uri(URI.create(path + slug))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(APPEAL))
                .hasStatus(401);
        assertThat(appeals.find(new AppealSlug(slug))).isEmpty();
    }

    @Test
    void publishesNothingWhereTheAnswerCannotBeSaid() {
        assertThat(put(APPEAL, HttpHeaders.ACCEPT, "text/html")).hasStatus(406);
        assertThat(appeals.find(new AppealSlug(slug))).isEmpty();
    }

    @Test
    void doesNotKnowAnAppealThatNobodyPublished() {
        assertThat(http.get().uri("/api/v1/appeals/{slug}", slug))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void doesNotCallAnAppealUnknownThatItHasNotReadYet() {
        appeals.read = false;

        assertThat(http.get().uri("/api/v1/appeals/{slug}", slug)).hasStatus(503);
        assertThat(http.get().uri("/api/v1/appeals")).hasStatus(503);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "\"originalLocale\":\"sv\"",
                        "\"originalLocale\":\"de\"",
                        "/originalLocale",
                        "originalLocale.untranslated"),
                mistake("\"originalLocale\":\"sv\",", "", "/originalLocale", "originalLocale.required"),
                mistake("\"publisher\":{\"name\":\"Gryning\",", "\"publisher\":{", "/publisher/name", "name.required"),
                mistake("https://gryning.example", "javascript:alert(1)", "/publisher/url", "url.invalid"),
                mistake("https://gryning.example", "https://user@gryning.example", "/publisher/url", "url.invalid"),
                mistake("post@gryning.example", "post", "/controller/email", "email.invalid"),
                mistake("Box 1\\nStockholm", "x".repeat(501), "/controller/postalAddress", "postalAddress.too-long"),
                mistake("2022-01-12T00:00:00Z", "yesterday", "/opensAt", "opensAt.invalid"),
                mistake("Titel", "", "/translations/sv/title", "title.empty"),
                mistake("Titel", "x".repeat(201), "/translations/sv/title", "title.too-long"),
                mistake("\"title\":\"Titel\"", "\"title\":1", "/translations/sv/title", "title.type"),
                mistake("\"Short\",\"body\":\"Text\",", "\"Short\",", "/translations/en/body", "body.required"),
                body("A <b>bold</b> word", "body.html"),
                body("<script>alert(1)</script>", "body.html"),
                body("<!-- said to nobody -->", "body.html"),
                body("![us](https://elsewhere.example/us.png)", "body.picture"),
                body("[here](javascript:alert(1))", "body.link"),
                body("[here](/appeals)", "body.link"),
                body("[here](data:text/html,x)", "body.link"),
                body("*a **b ".repeat(40) + "c" + "** a*".repeat(40), "body.nesting"),
                mistake(
                        "\"id\":\"free\",\"text\":\"Free\"",
                        "\"id\":\"freedom\",\"text\":\"Free\"",
                        "/translations/sv/demands",
                        "demands.differ"),
                mistake(
                        "\"id\":\"free\",\"text\":\"Free\"",
                        "\"id\":\"free\"",
                        "/translations/en/demands/0/text",
                        "text.required"),
                mistake("[{\"id\":\"free\",\"text\":\"Free\"}]", "[]", "/translations/en/demands", "demands.required"),
                mistake("\"en\":{", "\"EN\":{", "/translations", "locale.form"),
                mistake("\"en\":{", "\"not a tag\":{", "/translations", "locale.invalid"),
                mistake(",\"en\":\"Yes\"", "", "/consent/text/en", "text.required"),
                mistake("\"en\":\"Yes\"", "\"en\":\"Yes\",\"a_b\":\"?\"", "/consent/text", "locale.invalid"),
                mistake("{\"version\":\"1\",\"text\"", "{\"text\"", "/consent/version", "version.required"),
                added("\"closesAt\":\"2022-01-12T00:00:00Z\"", "/closesAt", "closesAt.order"),
                added("\"goal\":0", "/goal", "goal.range"),
                added("\"goal\":\"many\"", "/goal", "goal.type"),
                added("\"firstSignatories\":[\"x\"]", "/firstSignatories/0", "firstSignatories.invalid"),
                added("\"firstSignatories\":[null]", "/firstSignatories/0", "firstSignatories.required"),
                added("\"policy\":{\"organisations\":\"nobody\"}", "/policy/organisations", "organisations.unknown"),
                added("\"policy\":{\"comments\":\"on\"}", "/policy/comments", "comments.unknown"),
                added(source("direct", "https://a.example"), "/sources/0/id", "id.taken"),
                added(source("a b", "https://a.example"), "/sources/0/id", "id.invalid"),
                added(source("a", "https://a.example/"), "/sources/0/origins/0", "origins.invalid"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void pointsAtWhatIsWrong(String json, String pointer, String code) {
        MvcTestResult answer = put(json);

        assertThat(answer).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[?(@.pointer=='" + pointer + "')].code")
                .asArray()
                .containsExactly(code);
        assertThat(appeals.find(new AppealSlug(slug))).isEmpty();
    }

    @Test
    void takesTheMarkdownThatATextNeeds() {
        String body =
                "# A heading\\n\\nWords, *some* **of weight**, 2 < 3, a\\n\\n> quote\\n>> in a quote\\n\\n1. one\\n   - two\\n\\n"
                        + "[a link](https://example.org/?a=b) and <mailto:post@example.org>\\n\\n---\\n\\n    <as code>\\n\\n`<b>`";

        assertThat(put(APPEAL.replace("\"Short\",\"body\":\"Text\"", "\"Short\",\"body\":\"" + body + "\"")))
                .hasStatus(201);
    }

    @Test
    void namesEveryMistakeAtOnce() {
        assertThat(put("{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactlyInAnyOrder(
                        "/originalLocale",
                        "/publisher/name",
                        "/publisher/url",
                        "/controller/name",
                        "/controller/postalAddress",
                        "/controller/email",
                        "/translations",
                        "/consent/version");
    }

    @Test
    void repeatsNothingOfWhatWasSent(CapturedOutput log) {
        assertThat(put(APPEAL.replace("\"en\"", "\"secret one\"").replace("gryning.example", "secret one")))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("secret");
        assertThat(put(APPEAL.replace("\"en\":{\"title\":\"Title\"", "\"secret one\":{\"title\":5")))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("secret");
        assertThat(put(with("\"secret\":1"))).hasStatus(400).bodyText().doesNotContain("secret");
        assertThat(log.getAll()).doesNotContain("secret", OverHttp.TOKEN);
    }

    @Test
    void refusesAnAddressThatIsNoSlug() {
        assertThat(put("/api/v1/appeals/No_Slug", APPEAL, HttpHeaders.ACCEPT, "*/*"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("slug.invalid");
    }

    @Test
    void refusesMoreThanAnAppealNeeds() {
        assertThat(put(APPEAL + " ".repeat(100 * 1024))).hasStatus(201);
        assertThat(put(APPEAL + " ".repeat(256 * 1024)))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("At most 256 KiB.");
    }

    private MvcTestResult version(String version) {
        return http.get()
                .uri("/api/v1/appeals/{slug}/versions/{version}", slug, version)
                .exchange();
    }

    private MvcTestResult sign() {
        return http.post()
                .uri("/api/v1/appeals/{slug}/signatures", slug)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"kind":"individual","name":"Ada","email":"ada@example.org","consent":{"version":"1"}}""")
                .exchange();
    }

    private Appeal published() {
        return appeals.find(new AppealSlug(slug)).orElseThrow();
    }

    private MvcTestResult put(String json) {
        return put(json, HttpHeaders.ACCEPT, "*/*");
    }

    private MvcTestResult put(String json, String header, String value) {
        return put("/api/v1/appeals/" + slug, json, header, value);
    }

    private MvcTestResult put(String path, String json, String header, String value) {
        return http.put()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + OverHttp.TOKEN)
                .header(header, value)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String with(String field) {
        return APPEAL.replace("\"originalLocale\"", field + ",\"originalLocale\"");
    }

    private static String source(String id, String origin) {
        return "\"sources\":[{\"id\":\"%s\",\"name\":\"A\",\"url\":\"https://a.example\",\"origins\":[\"%s\"]}]"
                .formatted(id, origin);
    }

    private static Arguments mistake(String right, String wrong, String pointer, String code) {
        assertThat(APPEAL).contains(right);
        return Arguments.of(APPEAL.replace(right, wrong), pointer, code);
    }

    private static Arguments body(String markdown, String code) {
        String english = "\"Short\",\"body\":\"Text\"";
        return mistake(english, english.replace("Text", markdown), "/translations/en/body", code);
    }

    private static Arguments added(String field, String pointer, String code) {
        return Arguments.of(with(field), pointer, code);
    }

    private MvcTestResult putBy(BearerToken token, String slug) {
        return http.put()
                .uri("/api/v1/appeals/{slug}", slug)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.secret())
                .contentType(MediaType.APPLICATION_JSON)
                .content(APPEAL)
                .exchange();
    }
}
