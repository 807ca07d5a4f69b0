package org.upprop.intake.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.upprop.appeal.Appeal;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.intake.AnAppeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.Ports.BrakesInMemory;
import org.upprop.intake.Ports.SubmissionsInMemory;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureSubmitted;

@OverHttp
@ExtendWith(OutputCaptureExtension.class)
class SigningOverHttpTests {

    private static final String PERSON = """
            {"kind":"individual","name":"Ada Lovelace","email":"ada@example.org","consent":{"version":"2"}}""";

    private static final String ORGANISATION = """
            {"kind":"organisation","name":"Gruvarbetarna","email":"kansli@example.org","website":"https://example.org",
             "organisationType":"trade-union","country":"SE","contact":{"name":"Elsa Berg","role":"ordförande"},
             "authorised":true,"parent":"Internationalen","consent":{"version":"2"}}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    SubmissionsInMemory submissions;

    @Autowired
    BrakesInMemory brakes;

    private Appeal appeal = anAppeal().build();

    @BeforeEach
    void anOpenAppeal() {
        open(anAppeal());
        appeals.read = true;
        brakes.read = true;
        submissions.brokerAnswers = true;
        submissions.sent.clear();
    }

    @Test
    void takesAPersonWithTheFewestFields() {
        MvcTestResult answer = sign(PERSON);

        SignatureSubmitted sent = submissions.last();
        String status = "https://verification.example/api/v1/signatures/" + sent.signatureId();
        assertThat(answer).hasStatus(202).hasHeader(HttpHeaders.LOCATION, status);
        assertThat(answer).bodyJson().isStrictlyEqualTo("""
                        {"signatureId":"%s","status":"received","statusUrl":"%s"}""".formatted(sent.signatureId(), status));
        assertThat(sent.appeal()).isEqualTo(appeal.slug());
        assertThat(sent.appealVersion()).isEqualTo(2);
        assertThat(sent.locale()).isEqualTo("sv");
        assertThat(sent.source()).isEqualTo("direct");
        assertThat(sent.submittedAt()).isEqualTo(Ports.NOW);
        assertThat(sent.signatory().displayName()).isEqualTo("Ada Lovelace");
        assertThat(sent.signatory().consentVersion()).isEqualTo("2");
    }

    @Test
    void keepsNobodyAtRiskWithThePlaceWhereTheyLive() {
        open(anAppeal().atRisk());

        assertThat(sign(PERSON.replace("\"consent\"", "\"city\":\"Жаңаөзен\",\"country\":\"KZ\",\"consent\"")))
                .hasStatus(202);

        assertThat(submissions.last().signatory()).isInstanceOfSatisfying(Signatory.Individual.class, person -> {
            assertThat(person.city()).isNull();
            assertThat(person.country()).isNull();
        });
    }

    @Test
    void takesEverythingThatAPersonMaySay() {
        open(anAppeal().takingComments());

        assertThat(sign("""
                        {"kind":"individual","name":"Айгерім Нұрланқызы","email":"a@example.org","role":"miner",
                         "affiliation":"Union","city":"Жаңаөзен","country":"KZ","comment":"one\\ntwo","locale":"kk-cyrl-kz",
                         "source":"gryning","consent":{"version":"2"},"appealVersion":2}""")).hasStatus(202);

        SignatureSubmitted sent = submissions.last();
        assertThat(sent.locale()).isEqualTo("kk-Cyrl-KZ");
        assertThat(sent.source()).isEqualTo("gryning");
        assertThat(sent.signatory()).isInstanceOfSatisfying(Signatory.Individual.class, person -> {
            assertThat(person.name().value()).isEqualTo("Айгерім Нұрланқызы");
            assertThat(person.city().value()).isEqualTo("Жаңаөзен");
            assertThat(person.country().code()).isEqualTo("KZ");
            assertThat(person.comment().value()).isEqualTo("one\ntwo");
        });
    }

    @Test
    void takesAnOrganisation() {
        assertThat(sign(ORGANISATION)).hasStatus(202);

        assertThat(submissions.last().signatory())
                .isInstanceOfSatisfying(Signatory.Organisation.class, organisation -> {
                    assertThat(organisation.website().value()).isEqualTo("https://example.org");
                    assertThat(organisation.contact().name().value()).isEqualTo("Elsa Berg");
                    assertThat(organisation.parent().value()).isEqualTo("Internationalen");
                });
    }

    @Test
    void takesNothingWhileAnOperatorHoldsTheAppeal() {
        brakes.put(new Brake(BrakeKind.PAUSE_APPEAL, appeal.slug(), null, Ports.NOW));

        assertThat(sign(PERSON))
                .hasStatus(503)
                .hasHeader(HttpHeaders.RETRY_AFTER, "60")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://upprop.org/problems/paused");
        assertThat(submissions.sent).isEmpty();
    }

    @Test
    void takesNothingBeforeItKnowsWhetherAnOperatorHoldsTheAppeal() {
        brakes.read = false;

        assertThat(sign(PERSON))
                .hasStatus(503)
                .hasHeader(HttpHeaders.RETRY_AFTER, "5")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://upprop.org/problems/unavailable");
        assertThat(submissions.sent).isEmpty();

        brakes.read = true;
        assertThat(sign(PERSON)).hasStatus(202);
    }

    @Test
    void treatsWhatWasLeftEmptyAsMissing() {
        assertThat(sign(PERSON.replace("\"consent\"", "\"role\":\"\",\"country\":\" \",\"locale\":\"\",\"consent\"")))
                .hasStatus(202);
    }

    @Test
    void answersANewAndARepeatedSignatureAlike() {
        MvcTestResult first = sign(PERSON);
        MvcTestResult second = sign(PERSON);

        assertThat(second).hasStatus(first.getResponse().getStatus());
        assertThat(second.getResponse().getHeaderNames())
                .containsExactlyElementsOf(first.getResponse().getHeaderNames());
        assertThat(submissions.sent)
                .extracting(SignatureSubmitted::fingerprint)
                .hasSize(2)
                .containsOnly(submissions.last().fingerprint());
    }

    @ParameterizedTest
    @CsvSource({"pt-BR,pt-BR", "'de, pt-BR;q=0.5',pt-BR", "de,sv", "sv-FI,sv", "'*;;',sv"})
    void writesInTheLanguageThatTheBrowserAsksFor(String asked, String language) {
        assertThat(http.post()
                        .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                        .header(HttpHeaders.ACCEPT_LANGUAGE, asked)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(PERSON))
                .hasStatus(202);
        assertThat(submissions.last().locale()).isEqualTo(language);
    }

    @Test
    void bindsASignatureToTheOlderVersionThatWasSeen() {
        AnAppeal revised = anAppeal();
        open(revised);
        appeals.put(revised.firstText());

        assertThat(sign("""
                {"kind":"individual","name":"Ada","email":"a@example.org","consent":{"version":"1"},"appealVersion":1}""")).hasStatus(202);
        assertThat(submissions.last().appealVersion()).isEqualTo(1);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(PERSON, "\"Ada Lovelace\"", "\" \"", "/name", "name.empty"),
                mistake(PERSON, "\"Ada Lovelace\"", "null", "/name", "name.required"),
                mistake(PERSON, "\"Ada Lovelace\"", "7", "/name", "name.type"),
                mistake(PERSON, "\"Ada Lovelace\"", "true", "/name", "name.type"),
                mistake(PERSON, "\"Ada Lovelace\"", "[\"Ada\"]", "/name", "name.type"),
                mistake(PERSON, "Ada Lovelace", "x".repeat(121), "/name", "name.too-long"),
                mistake(PERSON, "Ada", "A\\u0000a", "/name", "name.characters"),
                mistake(PERSON, "Ada", "A\\ud800a", "/name", "name.characters"),
                mistake(PERSON, "ada@example.org", "ada", "/email", "email.invalid"),
                mistake(PERSON, "individual", "robot", "/kind", "kind.unknown"),
                mistake(PERSON, "\"kind\":\"individual\",", "", "/kind", "kind.required"),
                mistake(PERSON, ",\"consent\":{\"version\":\"2\"}", "", "/consent/version", "version.required"),
                mistake(PERSON, "{\"version\":\"2\"}", "{}", "/consent/version", "version.required"),
                mistake(PERSON, "{\"version\":\"2\"}", "{\"version\":2}", "/consent/version", "version.type"),
                mistake(PERSON, "{\"version\":\"2\"}", "\"2\"", "/consent", "consent.type"),
                mistake(PERSON, "\"version\":\"2\"", "\"version\":\"1\"", "/consent/version", "consent.outdated"),
                added(PERSON, "\"country\":\"Sweden\"", "/country", "country.unknown"),
                added(PERSON, "\"role\":\"" + "x".repeat(121) + "\"", "/role", "role.too-long"),
                added(PERSON, "\"locale\":\"not a tag\"", "/locale", "locale.invalid"),
                added(PERSON, "\"comment\":\"Hello\"", "/comment", "comment.off"),
                added(PERSON, "\"website\":\"https://example.org\"", "/website", "website.unexpected"),
                added(PERSON, "\"authorised\":false", "/authorised", "authorised.unexpected"),
                added(PERSON, "\"appealVersion\":3", "/appealVersion", "appealVersion.unknown"),
                added(PERSON, "\"appealVersion\":0", "/appealVersion", "appealVersion.unknown"),
                added(PERSON, "\"appealVersion\":99999999999", "/appealVersion", "appealVersion.type"),
                mistake(PERSON, "Ada Lovelace", "\u200D\u3164", "/name", "name.empty"),
                added(PERSON, "\"appealVersion\":1.5", "/appealVersion", "appealVersion.type"),
                added(PERSON, "\"appealVersion\":\"2\"", "/appealVersion", "appealVersion.type"),
                mistake(ORGANISATION, "https://example.org", "example", "/website", "website.invalid"),
                mistake(ORGANISATION, "trade-union", "TRADE_UNION", "/organisationType", "organisationType.unknown"),
                mistake(ORGANISATION, "\"country\":\"SE\",", "", "/country", "country.required"),
                mistake(ORGANISATION, "\"name\":\"Elsa Berg\",", "", "/contact/name", "name.required"),
                mistake(ORGANISATION, "ordförande", "", "/contact/role", "role.empty"),
                mistake(ORGANISATION, "\"authorised\":true,", "", "/authorised", "authorised.required"),
                mistake(
                        ORGANISATION,
                        "\"authorised\":true",
                        "\"authorised\":false",
                        "/authorised",
                        "authorised.required"),
                mistake(
                        ORGANISATION,
                        "\"authorised\":true",
                        "\"authorised\":\"true\"",
                        "/authorised",
                        "authorised.type"),
                added(ORGANISATION, "\"city\":\"Kiruna\"", "/city", "city.unexpected"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void pointsAtWhatIsWrong(String json, String pointer, String code) {
        MvcTestResult answer = sign(json);

        assertThat(answer).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://upprop.org/problems/invalid");
        assertThat(answer).bodyJson().extractingPath("$.errors.length()").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
        assertThat(submissions.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"consent\"','\"favouriteColour\":1,\"consent\"','',kind",
        "'\"2\"}','\"2\",\"favouriteColour\":1}',/consent,version"
    })
    void namesTheFieldsItKnowsToWhoeverSendsAnother(String right, String wrong, String pointer, String known) {
        MvcTestResult answer = sign(PERSON.replace(right, wrong));

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://upprop.org/problems/malformed");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo("field.unknown");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].detail")
                .asString()
                .contains(known);
        assertThat(answer).bodyText().doesNotContain("favouriteColour");
        assertThat(submissions.sent).isEmpty();
    }

    @Test
    void takesNothingWhereTheAnswerCannotBeSaid() {
        assertThat(http.post()
                        .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                        .accept(MediaType.TEXT_HTML)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(PERSON))
                .hasStatus(406);
        assertThat(submissions.sent).isEmpty();
    }

    @Test
    void namesEveryMistakeAtOnce() {
        assertThat(sign("{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactlyInAnyOrder("/kind", "/name", "/email", "/consent/version");
        assertThat(sign("{\"kind\":\"organisation\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactlyInAnyOrder(
                        "/name",
                        "/email",
                        "/website",
                        "/organisationType",
                        "/country",
                        "/contact/name",
                        "/contact/role",
                        "/authorised",
                        "/consent/version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"kind\":\"individual\"",
                "{\"kind\":\"individual\"} trailing",
                "{\"kind\":\"individual\"}{}",
                "{\"kind\":\"individual\",\"kind\":\"organisation\"}",
                "{'kind':'individual'}"
            })
    void refusesWhatItCannotRead(String body) {
        MvcTestResult answer = sign(body);

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://upprop.org/problems/malformed");
        assertThat(answer).bodyText().doesNotContain("trailing");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] body = PERSON.replace("Ada", "Adä").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(http.post()
                        .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .hasStatus(400);
    }

    @Test
    void looksForTheAppealBeforeItReadsTheBody() {
        for (String slug : new String[] {"nobody-wrote-it", "Not_A_Slug"}) {
            assertThat(http.post()
                            .uri("/api/v1/appeals/{slug}/signatures", slug)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{"))
                    .hasStatus(404)
                    .bodyJson()
                    .extractingPath("$.type")
                    .isEqualTo("https://upprop.org/problems/unknown-appeal");
        }
    }

    @Test
    void doesNotCallAnAppealUnknownThatItHasNotReadYet() {
        appeals.read = false;

        assertThat(sign(PERSON)).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "5");
    }

    @Test
    void saysWhenAnAppealIsClosedOrNotYetOpen() {
        open(anAppeal().closed());
        assertThat(sign(PERSON))
                .hasStatus(410)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("It closed at 2022-01-12T12:00:00Z.");

        open(anAppeal().opening(Ports.NOW.plus(Duration.ofMinutes(1))));
        assertThat(sign(PERSON))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("It opens at 2022-01-12T12:01:00Z.");
        assertThat(submissions.sent).isEmpty();
    }

    @Test
    void refusesMoreThanASignatureNeeds() {
        String padding = " ".repeat(8 * 1024 - PERSON.getBytes(StandardCharsets.UTF_8).length);

        assertThat(sign(PERSON + padding)).hasStatus(202);
        MvcTestResult answer = sign(PERSON + padding + " ");
        assertThat(answer).hasStatus(413).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo("At most 8 KiB.");
    }

    @Test
    void refusesMoreThanASignatureNeedsHoweverThePathIsSpelt() {
        assertThat(http.post()
                        .uri(URI.create("/%61pi/v1/appeals/" + appeal.slug() + "/signatures"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(PERSON + " ".repeat(8 * 1024)))
                .hasStatus(413);
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThat(http.post()
                        .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("name=Ada"))
                .hasStatus(415)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void saysWhichMethodItTakes() {
        assertThat(http.get().uri("/api/v1/appeals/{slug}/signatures", appeal.slug()))
                .hasStatus(405)
                .hasHeader(HttpHeaders.ALLOW, "POST")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void neverSaysThatItTookWhatTheBrokerDidNotAcknowledge() {
        submissions.brokerAnswers = false;

        MvcTestResult answer = sign(PERSON);
        assertThat(answer).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "5");
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://upprop.org/problems/unavailable");
    }

    @Test
    void repeatsNothingOfWhatWasSent(CapturedOutput log) {
        String json = """
                {"kind":"secret-kind","name":"Secret\\u0000Name","email":"secret-address","country":"secret-country",
                 "locale":"secret locale","appealVersion":99,"consent":{"version":"secret-consent"}}""";

        assertThat(sign(json)).hasStatus(422).bodyText().doesNotContainIgnoringCase("secret");
        assertThat(sign(json.replace("99", "\"secret\"")))
                .hasStatus(422)
                .bodyText()
                .doesNotContainIgnoringCase("secret");
        assertThat(sign(json.replace("\"kind\"", "\"secret\"")))
                .hasStatus(400)
                .bodyText()
                .doesNotContainIgnoringCase("secret");
        assertThat(sign(PERSON)).hasStatus(202);
        assertThat(log.getAll()).doesNotContainIgnoringCase("secret").doesNotContain("Lovelace", "ada@");
    }

    private void open(AnAppeal described) {
        appeal = described.build();
        appeals.put(appeal);
    }

    private MvcTestResult sign(String json) {
        return http.post()
                .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private static Arguments mistake(String json, String right, String wrong, String pointer, String code) {
        assertThat(json).contains(right);
        return Arguments.of(json.replace(right, wrong), pointer, code);
    }

    private static Arguments added(String json, String field, String pointer, String code) {
        return Arguments.of(json.replace("\"consent\"", field + ",\"consent\""), pointer, code);
    }
}
