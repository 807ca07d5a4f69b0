package org.upprop.monitor.brake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.control.messaging.BrakeBook;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.monitor.audit.messaging.AuditBook;

/** Operators put brakes on and take them off, and every service reads of it. */
@OnRealInfrastructure
class BrakesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OPERATOR = "a token of operators";
    private static final String VIEWER = "the token of vera";
    private static final Pattern PROOF = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private BrakeBook brakes;

    @Autowired
    private AuditBook audit;

    @Autowired
    private Infrastructure infrastructure;

    @LocalServerPort
    private int port;

    @AfterEach
    void takeAllOff() throws Exception {
        for (Brake brake : brakes.all()) {
            api("DELETE", "/api/v1/brakes/" + brake.key(), OPERATOR, null);
        }
    }

    @Test
    void areOnForEveryServiceUntilTheyAreTakenOff() throws Exception {
        HttpResponse<String> on = api("PUT", "/api/v1/brakes/proof-of-work", OPERATOR, "{\"level\":20}");
        assertThat(on.statusCode()).as(on.body()).isEqualTo(200);
        assertThat(on.body()).contains("\"brake\":\"proof-of-work\"", "\"level\":20");
        assertThat(brakes.onAll(BrakeKind.PROOF_OF_WORK))
                .hasValueSatisfying(brake -> assertThat(brake.level()).isEqualTo(20));

        assertThat(api("DELETE", "/api/v1/brakes/proof-of-work", OPERATOR, null).statusCode())
                .isEqualTo(204);
        assertThat(brakes.onAll(BrakeKind.PROOF_OF_WORK)).isEmpty();
        assertThat(api("GET", "/api/v1/brakes", VIEWER, null).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void areToldOfOnceWhereTheyChangeSomething() throws Exception {
        int before = audit.events().size();
        api("PUT", "/api/v1/brakes/hold-mail", OPERATOR, null);
        api("PUT", "/api/v1/brakes/hold-mail", OPERATOR, null);
        api("DELETE", "/api/v1/brakes/hold-mail", OPERATOR, null);
        api("DELETE", "/api/v1/brakes/hold-mail", OPERATOR, null);

        await().atMost(PATIENCE).until(() -> audit.events().size() == before + 2);
        assertThat(api("GET", "/api/v1/audit", VIEWER, null).body())
                .contains("\"actor\":\"operator\",\"action\":\"brake-off\",\"details\":{\"brake\":\"hold-mail\"}");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    proof-of-work,            ,               422, level.range
                    proof-of-work,            {"level":27},   422, level.range
                    widen-limits,             {"level":1},    422, level.range
                    hold-mail,                {"level":2},    422, level.not-taken
                    hold-mail/some-appeal,    ,               422, appeal.not-taken
                    close-appeal,             ,               422, appeal.missing
                    close-appeal/no-such-one, ,               422, appeal.unknown
                    no-such-brake,            ,               404,
                    hold-mail,                not json,       400,
                    """)
    void areRefusedWithAReason(String brake, @Nullable String body, int status, @Nullable String code)
            throws Exception {
        HttpResponse<String> answer = api("PUT", "/api/v1/brakes/" + brake, OPERATOR, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        if (code != null) {
            assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        }
        assertThat(brakes.all()).isEmpty();
    }

    @Test
    void arePutOnByOperatorsAloneAndSeenByViewers() throws Exception {
        assertThat(api("PUT", "/api/v1/brakes/hold-mail", null, null).statusCode())
                .isEqualTo(401);
        assertThat(api("PUT", "/api/v1/brakes/hold-mail", "a token of nobody", null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(api("PUT", "/api/v1/brakes/hold-mail", VIEWER, null).statusCode())
                .isEqualTo(403);
        assertThat(api("GET", "/api/v1/brakes", null, null).statusCode()).isEqualTo(401);
        assertThat(api("GET", "/api/v1/brakes", VIEWER, null).statusCode()).isEqualTo(200);
        assertThat(brakes.all()).isEmpty();
    }

    @Test
    void saysThatNothingIsCertainWhileTheBrokerIsAway() throws Exception {
        infrastructure.pauseKafka();
        try {
            HttpResponse<String> answer = api("PUT", "/api/v1/brakes/hold-mail", OPERATOR, null);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        } finally {
            infrastructure.resumeKafka();
        }
        await().atMost(PATIENCE)
                .until(() ->
                        api("PUT", "/api/v1/brakes/hold-mail", OPERATOR, null).statusCode() == 200);
        assertThat(brakes.onAll(BrakeKind.HOLD_MAIL)).isPresent();
    }

    @Test
    void arePutOnOnAPageByWhoeverIsSignedInAndByNoForeignForm() throws Exception {
        assertThat(page("GET", "/brakes", "", "").headers().firstValue("Location"))
                .contains("/sign-in");
        assertThat(page("POST", "/sign-in", "", "token=nobodys").statusCode()).isEqualTo(403);
        String operator = cookie(OPERATOR);
        Matcher proof = PROOF.matcher(page("GET", "/brakes", operator, "").body());
        assertThat(proof.find()).isTrue();

        page("POST", "/brakes/on", operator, "kind=hold-mail&form=forged");
        page("POST", "/brakes/on", cookie(VIEWER), "kind=hold-mail&form=" + proof.group(1));
        assertThat(brakes.all()).isEmpty();
        HttpResponse<String> wrong =
                page("POST", "/brakes/on", operator, "kind=hold-mail&level=3&appeal=&form=" + proof.group(1));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("This brake has no level.");

        page("POST", "/brakes/on", operator, "kind=hold-mail&level=&appeal=&form=" + proof.group(1));
        assertThat(brakes.onAll(BrakeKind.HOLD_MAIL)).isPresent();
        assertThat(page("GET", "/", "", "").body()).contains("<bdi>hold-mail</bdi>");
        page("POST", "/brakes/off", operator, "kind=hold-mail&form=" + proof.group(1));
        assertThat(brakes.all()).isEmpty();
        assertThat(page("GET", "/audit", operator, "").body()).contains("A brake was taken off");
    }

    private String cookie(String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = page("POST", "/sign-in", "", "token=" + token.replace(' ', '+'));
        assertThat(answer.statusCode()).isEqualTo(303);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(token);
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private HttpResponse<String> api(String method, String path, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> page(String method, String path, String cookie, String form)
            throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .method(method, BodyPublishers.ofString(form))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Language", "en")
                        .header("Cookie", cookie.isEmpty() ? "none=none" : cookie)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    }
}
