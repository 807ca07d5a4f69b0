package org.upprop.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
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
import tools.jackson.databind.json.JsonMapper;

@OverHttp
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "upprop.admission.burst=2/1m",
            "upprop.admission.sustained=100/1h",
            "upprop.admission.proof.difficulty=6"
        })
class AdmissionOverHttpTests {

    private static final String PERSON = """
            {"kind":"individual","name":"Ada Lovelace","email":"ada@example.org","consent":{"version":"2"}}""";

    private static int addresses;

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    SubmissionsInMemory submissions;

    @Autowired
    BrakesInMemory brakes;

    private final String address = "192.0.2." + ++addresses;
    private Appeal appeal = anAppeal().build();

    @BeforeEach
    void anOpenAppeal() {
        open(anAppeal());
        submissions.sent.clear();
    }

    @Test
    void saysHowToGoOnToWhoeverIsOverALimit() {
        assertThat(sign("{}")).hasStatus(422);
        assertThat(sign(PERSON)).hasStatus(202);
        MvcTestResult answer = sign(PERSON);

        assertThat(answer)
                .hasStatus(429)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader(HttpHeaders.RETRY_AFTER, "30")
                .hasHeader("RateLimit-Policy", "\"burst\";q=2;w=60, \"sustained\";q=100;w=3600")
                .hasHeader("RateLimit", "\"burst\";r=0;t=30, \"sustained\";r=98")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://upprop.org/problems/too-many");
        assertThat(answer).bodyJson().extractingPath("$.challenge.difficulty").isEqualTo(6);
        assertThat(answer).bodyJson().extractingPath("$.challenge.readyAt").isEqualTo("2022-01-12T12:00:05Z");
        assertThat(submissions.sent).hasSize(1);
    }

    @Test
    void takesWhatComesWithAProof() throws Exception {
        MvcTestResult answer = held();
        var challenge = JsonMapper.builder()
                .build()
                .readTree(answer.getResponse().getContentAsString())
                .get("challenge");
        String token = challenge.get("token").stringValue();
        String pass = AnAdmission.solve(new Challenge(token, 6, appeal.changedAt()));

        assertThat(sign(PERSON, "Upprop-Pass", token)).hasStatus(429);
        assertThat(sign(PERSON, "Upprop-Pass", pass)).hasStatus(202);
        assertThat(submissions.last().screening()).isEmpty();
        assertThat(submissions.last().proof()).isNotEmpty();
    }

    @Test
    void givesAChallengeToWhoeverWantsToSolveOneBeforeBeingAsked() throws Exception {
        MvcTestResult answer = http.get()
                .uri("/api/v1/appeals/{slug}/challenge", appeal.slug())
                .exchange();
        assertThat(answer).hasStatus(200).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(answer).doesNotContainHeader("RateLimit");
        var challenge =
                JsonMapper.builder().build().readTree(answer.getResponse().getContentAsString());
        String token = challenge.get("token").stringValue();

        held();
        String pass = AnAdmission.solve(
                new Challenge(token, challenge.get("difficulty").intValue(), appeal.changedAt()));
        assertThat(sign(PERSON, "Upprop-Pass", pass)).hasStatus(202);
        assertThat(http.get().uri("/api/v1/appeals/nobody-wrote-it/challenge")).hasStatus(404);
    }

    @Test
    void readsNothingOfABodyThatIsNotLetIn() {
        held();

        assertThat(sign("{")).hasStatus(429);
    }

    @Test
    void saysThatAnAppealIsClosedHoweverManyCome() {
        open(anAppeal().closed());

        for (int i = 0; i < 5; i++) {
            assertThat(sign(PERSON)).hasStatus(410);
        }
    }

    @Test
    void saysThatAnAppealIsPausedHoweverManyCome() {
        Brake pause = new Brake(BrakeKind.PAUSE_APPEAL, appeal.slug(), null, Ports.NOW);
        brakes.put(pause);

        for (int i = 0; i < 5; i++) {
            assertThat(sign(PERSON)).hasStatus(503);
        }
        brakes.remove(pause);
    }

    @Test
    void countsARetryOnceHoweverItsKeyIsWritten() {
        for (int i = 0; i < 4; i++) {
            assertThat(sign(PERSON, "Idempotency-Key", i < 2 ? "\"one\"" : "one"))
                    .hasStatus(202);
        }
        assertThat(sign(PERSON)).hasStatus(202);
        assertThat(sign(PERSON)).hasStatus(429);
    }

    @Test
    void saysNothingOfALimitToWhoeverIsWithinIt() {
        MvcTestResult first = sign(PERSON);
        MvcTestResult second = sign(PERSON);

        assertThat(second).hasStatus(202);
        assertThat(first.getResponse().getHeaderNames())
                .containsExactlyInAnyOrderElementsOf(second.getResponse().getHeaderNames())
                .doesNotContain("RateLimit", "RateLimit-Policy");
    }

    @Test
    void leavesNoAddressInTheLogOrTheAnswer(CapturedOutput log) {
        assertThat(held()).bodyText().doesNotContain(address);
        assertThat(log.getAll()).doesNotContain(address);
    }

    private void open(AnAppeal described) {
        appeal = described.build();
        appeals.put(appeal);
    }

    private MvcTestResult held() {
        sign(PERSON);
        sign(PERSON);
        MvcTestResult answer = sign(PERSON);
        assertThat(answer).hasStatus(429);
        return answer;
    }

    private MvcTestResult sign(String json) {
        return sign(json, HttpHeaders.ACCEPT_LANGUAGE, "sv");
    }

    private MvcTestResult sign(String json, String header, String value) {
        return http.post()
                .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .header(header, value)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}
