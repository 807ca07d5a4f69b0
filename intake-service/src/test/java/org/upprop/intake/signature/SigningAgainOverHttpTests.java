package org.upprop.intake.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.Ports.SubmissionsInMemory;
import org.upprop.signature.SignatureSubmitted;

/** A signature that is sent again because nobody knows what became of it. */
@OverHttp
@ExtendWith(OutputCaptureExtension.class)
class SigningAgainOverHttpTests {

    private static final String PERSON = """
            {"kind":"individual","name":"Zoë Ångström","email":"zoe@example.org","consent":{"version":"2"}}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    SubmissionsInMemory submissions;

    private final Appeal appeal = anAppeal().build();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void anOpenAppeal() {
        appeals.put(appeal);
        appeals.read = true;
        submissions.brokerAnswers = true;
        submissions.broken = false;
        submissions.sent.clear();
    }

    @Test
    void answersTheSameTheSecondTimeAndNamesTheSameSignature() throws Exception {
        MvcTestResult first = sign(key, PERSON);
        MvcTestResult second = sign(key, PERSON);

        assertThat(first).hasStatus(202);
        assertThat(second).hasStatus(202);
        assertThat(second.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
        assertThat(second.getResponse().getHeader(HttpHeaders.LOCATION))
                .isEqualTo(first.getResponse().getHeader(HttpHeaders.LOCATION));
        assertThat(submissions.sent)
                .extracting(SignatureSubmitted::signatureId)
                .containsOnly(submissions.last().signatureId());
    }

    @Test
    void givesAKeyBackWhereSendingFailedInAWayThatNobodyForesaw() {
        submissions.broken = true;
        assertThat(sign(key, PERSON)).hasStatus(500);
        submissions.broken = false;

        assertThat(sign(key, PERSON.replace("zoe@", "other@"))).hasStatus(202);
    }

    @Test
    void makesAnotherSignatureOfWhatIsSentWithoutAKey() {
        sign(null, PERSON);
        sign(null, PERSON);

        assertThat(submissions.sent)
                .extracting(SignatureSubmitted::signatureId)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"consent":{"version":"2"},"email":"zoe@example.org","name":"Zoë Ångström","kind":"individual"}""", """
                {"kind": "individual", "name": " Zoe\\u0308 A\\u030angstro\\u0308m ", "email": "zoe@example.org",
                 "role": "", "locale": "", "source": " ", "consent": {"version": "2"}}"""})
    void takesWhatSaysTheSameForTheSame(String otherwiseWritten) {
        sign(key, PERSON);

        assertThat(sign(key, otherwiseWritten)).hasStatus(202);
        assertThat(submissions.sent)
                .extracting(SignatureSubmitted::signatureId)
                .hasSize(2)
                .containsOnly(submissions.last().signatureId());
    }

    @Test
    void takesTheSameFromABrowserInAnotherLanguageForTheSame() {
        sign(key, PERSON);
        http.post()
                .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                .header("Idempotency-Key", key)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "pt-BR")
                .contentType(MediaType.APPLICATION_JSON)
                .content(bytes(PERSON))
                .exchange();

        assertThat(submissions.sent.getFirst().locale())
                .isNotEqualTo(submissions.last().locale());
        assertThat(submissions.sent.getFirst().signatureId())
                .isEqualTo(submissions.last().signatureId());
    }

    @ParameterizedTest
    @CsvSource({
        "Zoë, Zoé",
        "zoe@, eve@",
        "'\"kind\"', '\"locale\":\"sv\",\"kind\"'",
        "'\"kind\"', '\"source\":\"gryning\",\"kind\"'",
        "'\"kind\"', '\"appealVersion\":2,\"kind\"'"
    })
    void refusesAnotherSignatureUnderTheSameKey(String right, String other) {
        sign(key, PERSON);
        MvcTestResult answer = sign(key, PERSON.replace(right, other));

        assertThat(answer).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://upprop.org/problems/idempotency-key-reused");
        assertThat(answer).bodyText().doesNotContain(key);
        assertThat(submissions.sent).hasSize(1);
        assertThat(sign(key, PERSON)).hasStatus(202);
    }

    @Test
    void letsTheSameKeyServeInAnotherAppeal() {
        sign(key, PERSON);
        Appeal another = anAppeal().build();
        appeals.put(another);

        assertThat(http.post()
                        .uri("/api/v1/appeals/{slug}/signatures", another.slug())
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(bytes(PERSON.replace("Zoë", "Zoé"))))
                .hasStatus(202);
    }

    @Test
    void keepsAKeyFreeAsLongAsNothingWasTaken() {
        sign(key, PERSON.replace("zoe@example.org", "zoe"));
        submissions.brokerAnswers = false;
        assertThat(sign(key, PERSON.replace("Zoë", "Zoé"))).hasStatus(503);
        submissions.brokerAnswers = true;

        assertThat(sign(key, PERSON)).hasStatus(202);
    }

    @Test
    void takesAKeyWithAndWithoutQuotesForTheSame() {
        sign("\"" + key + "\"", PERSON);

        assertThat(sign(key, PERSON.replace("Zoë", "Zoé"))).hasStatus(422);
        assertThat(sign("\"a\\\"b\\\\c\"", PERSON)).hasStatus(202);
        assertThat(sign("!#$%&'*+-./:<=>?@[]^_`{|}~" + key, PERSON)).hasStatus(202);
        assertThat(sign("\"" + "k".repeat(128) + "\"", PERSON)).hasStatus(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "\"",
                "\"a",
                "a\"",
                "\"a\"b\"",
                "\"a\\b\"",
                "\"a b\"",
                "a b",
                "a,b",
                "\"a\",\"b\"",
                "a;b",
                "\"a\";b=1",
                "a\\b",
                "nyckelå",
                "\"nyckelå\"",
                "a\u0000",
                "a\tb"
            })
    void refusesAKeyThatIsNone(String header, CapturedOutput log) {
        MvcTestResult answer = sign(header, PERSON);

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://upprop.org/problems/idempotency-key-invalid");
        assertThat(answer).bodyText().doesNotContain("nyckel");
        assertThat(log.getAll()).doesNotContain("nyckel");
        assertThat(submissions.sent).isEmpty();
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThat(sign("k".repeat(129), PERSON)).hasStatus(400);
        assertThat(sign("\"" + "k".repeat(129) + "\"", PERSON)).hasStatus(400);
    }

    private MvcTestResult sign(String key, String json) {
        var request = http.post()
                .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                .contentType(MediaType.APPLICATION_JSON)
                .content(bytes(json));
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
