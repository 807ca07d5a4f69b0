package org.upprop.intake.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.Ports.SubmissionsInMemory;

@OverHttp
class OtherSitesTests {

    private static final String SOURCE = "https://gryning.example";
    private static final String PERSON = """
            {"kind":"individual","name":"Ada Lovelace","email":"ada@example.org","consent":{"version":"2"}}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    SubmissionsInMemory submissions;

    private final Appeal appeal = anAppeal().build();

    @BeforeEach
    void anAppealThatASiteRepublishes() {
        appeals.read = true;
        appeals.put(appeal);
        submissions.brokerAnswers = true;
        submissions.sent.clear();
    }

    @Test
    void letASourceSign() {
        assertThat(sign(SOURCE))
                .hasStatus(202)
                .hasHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, SOURCE)
                .doesNotContainHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS)
                .satisfies(answer -> assertThat(values(answer, HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS))
                        .contains("Date", "Location", "Retry-After", "RateLimit", "RateLimit-Policy"))
                .satisfies(
                        answer -> assertThat(values(answer, HttpHeaders.VARY)).contains("Origin"));
        assertThat(submissions.sent).hasSize(1);
    }

    @Test
    void letASourceReadWhatIsWrongWithASignature() {
        assertThat(http.post()
                        .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                        .header(HttpHeaders.ORIGIN, SOURCE)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(422)
                .hasHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, SOURCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "http://gryning.example",
                "https://gryning.example:8443",
                "https://www.gryning.example",
                "https://gryning.example.elsewhere.example",
                "null",
                "*",
                "https://",
                "https://gryning.example, https://elsewhere.example",
                "%%%",
                ""
            })
    void areRefusedBeforeAnyEffectWhereTheyAreNoSource(String origin) {
        assertThat(sign(origin))
                .hasStatus(403)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .doesNotContainHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://upprop.org/problems/foreign-site");
        assertThat(submissions.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/appeals/%s/signatures/", "/api/v1//appeals/%s/signatures"})
    void gainNothingByAnotherSpellingOfAnAddress(String address) {
        MvcTestResult answer = http.post()
                .uri(address.formatted(appeal.slug()))
                .header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                .contentType(MediaType.APPLICATION_JSON)
                .content(PERSON)
                .exchange();

        assertThat(answer.getResponse().getStatus()).isBetween(400, 499);
        assertThat(submissions.sent).isEmpty();
    }

    @Test
    void areNoneWhereTheAppealIsAnotherOne() {
        Appeal other = anAppeal().build();
        Appeal unrepublished = withoutSources(other);
        appeals.put(unrepublished);

        assertThat(http.get()
                        .uri("/api/v1/appeals/{slug}", unrepublished.slug())
                        .header(HttpHeaders.ORIGIN, SOURCE))
                .hasStatus(403);
        assertThat(http.get().uri("/api/v1/appeals/{slug}", appeal.slug()).header(HttpHeaders.ORIGIN, SOURCE))
                .hasStatus(200)
                .hasHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, SOURCE);
    }

    @Test
    void areNoLongerASourceFromTheMomentThatTheOrganiserSaysSo() {
        assertThat(sign(SOURCE)).hasStatus(202);

        appeals.put(withoutSources(appeal));

        assertThat(sign(SOURCE)).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://intake.example", "http://localhost"})
    void areNotMeantWhereThePageIsOfThisSite(String own) {
        assertThat(sign(own)).hasStatus(202);
    }

    @Test
    void areNotMeantWhereAProgramSigns() {
        assertThat(http.post()
                        .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(PERSON))
                .hasStatus(202)
                .satisfies(
                        answer -> assertThat(values(answer, HttpHeaders.VARY)).contains("Origin"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://gryning.example, POST, content-type,                                true",
        "https://gryning.example, POST, 'content-type,idempotency-key,upprop-pass',  true",
        "https://gryning.example, GET,  ,                                            true",
        "https://gryning.example, PUT,  ,                                            false",
        "https://gryning.example, DELETE, ,                                          false",
        "https://gryning.example, POST, authorization,                               false",
        "https://gryning.example, POST, 'content-type,x-http-method-override',       true",
        "https://elsewhere.example, POST, content-type,                              false",
        "https://elsewhere.example, GET, ,                                           false",
        "null, POST, content-type,                                                   false",
    })
    void areToldBeforehandWhatTheyMaySend(String origin, String method, String headers, boolean allowed) {
        var asking = http.options()
                .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                .header(HttpHeaders.ORIGIN, origin)
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method);
        if (headers != null) {
            asking.header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, headers);
        }

        MvcTestResult answer = asking.exchange();

        if (allowed) {
            assertThat(answer)
                    .hasStatus(200)
                    .hasHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .hasHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
                    .doesNotContainHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
            assertThat(values(answer, HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS)).contains(method);
            assertThat(values(answer, HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS))
                    .isSubsetOf("content-type", "idempotency-key", "upprop-pass");
        } else {
            assertThat(answer).hasStatus(403).doesNotContainHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        }
        assertThat(submissions.sent).isEmpty();
    }

    @Test
    void areTurnedAwayForAWhileWhereNobodyKnowsYetWhoTheyAre() {
        appeals.read = false;

        assertThat(sign(SOURCE)).hasStatus(503).containsHeader(HttpHeaders.RETRY_AFTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void sendNoFormToAPageOfThisSite(String site) {
        assertThat(http.post()
                        .uri("/appeals/{slug}", appeal.slug())
                        .header("Sec-Fetch-Site", site)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("name=Ada"))
                .hasStatus(403);
        assertThat(submissions.sent).isEmpty();
    }

    private MvcTestResult sign(String origin) {
        return http.post()
                .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                .header(HttpHeaders.ORIGIN, origin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(PERSON)
                .exchange();
    }

    private static List<String> values(MvcTestResult answer, String header) {
        return answer.getResponse().getHeaders(header).stream()
                .flatMap(value -> Arrays.stream(value.split(", *")))
                .toList();
    }

    private static Appeal withoutSources(Appeal appeal) {
        return new Appeal(
                appeal.slug(),
                appeal.revision() + 1,
                appeal.version(),
                appeal.textHash(),
                appeal.originalLocale(),
                appeal.publisher(),
                appeal.controller(),
                appeal.opensAt(),
                appeal.closesAt(),
                appeal.goal(),
                appeal.translations(),
                appeal.consent(),
                List.of(),
                appeal.policy(),
                appeal.firstSignatories(),
                appeal.changedAt());
    }
}
