package org.upprop.monitor.brake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
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
import org.upprop.monitor.MonitorUnderTest;
import org.upprop.monitor.audit.messaging.AuditBook;

/** Operators put brakes on and take them off, and every service reads of it. */
@OnRealInfrastructure
class BrakesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OPERATOR = "a token of operators";
    private static final String VIEWER = "the token of vera";
    private static final Pattern PROOF = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

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
            monitor().api("DELETE", "/api/v1/brakes/" + brake.key(), OPERATOR, null);
        }
    }

    @Test
    void areOnForEveryServiceUntilTheyAreTakenOff() throws Exception {
        HttpResponse<String> on = monitor().api("PUT", "/api/v1/brakes/proof-of-work", OPERATOR, "{\"level\":20}");
        assertThat(on.statusCode()).as(on.body()).isEqualTo(200);
        assertThat(on.body()).contains("\"brake\":\"proof-of-work\"", "\"level\":20");
        assertThat(brakes.onAll(BrakeKind.PROOF_OF_WORK))
                .hasValueSatisfying(brake -> assertThat(brake.level()).isEqualTo(20));

        assertThat(monitor()
                        .api("DELETE", "/api/v1/brakes/proof-of-work", OPERATOR, null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(brakes.onAll(BrakeKind.PROOF_OF_WORK)).isEmpty();
        assertThat(monitor().api("GET", "/api/v1/brakes", VIEWER, null).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void areToldOfOnceWhereTheyChangeSomething() throws Exception {
        int before = audit.events().size();
        monitor().api("PUT", "/api/v1/brakes/hold-mail", OPERATOR, null);
        monitor().api("PUT", "/api/v1/brakes/hold-mail", OPERATOR, null);
        monitor().api("DELETE", "/api/v1/brakes/hold-mail", OPERATOR, null);
        monitor().api("DELETE", "/api/v1/brakes/hold-mail", OPERATOR, null);

        await().atMost(PATIENCE).until(() -> audit.events().size() == before + 2);
        assertThat(monitor().api("GET", "/api/v1/audit", VIEWER, null).body())
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
        HttpResponse<String> answer = monitor().api("PUT", "/api/v1/brakes/" + brake, OPERATOR, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        if (code != null) {
            assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        }
        assertThat(brakes.all()).isEmpty();
    }

    @Test
    void arePutOnByOperatorsAloneAndSeenByViewers() throws Exception {
        assertThat(monitor().api("PUT", "/api/v1/brakes/hold-mail", null, null).statusCode())
                .isEqualTo(401);
        assertThat(monitor()
                        .api("PUT", "/api/v1/brakes/hold-mail", "a token of nobody", null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(monitor()
                        .api("PUT", "/api/v1/brakes/hold-mail", VIEWER, null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(monitor().api("GET", "/api/v1/brakes", null, null).statusCode())
                .isEqualTo(401);
        assertThat(monitor().api("GET", "/api/v1/brakes", VIEWER, null).statusCode())
                .isEqualTo(200);
        assertThat(brakes.all()).isEmpty();
    }

    @Test
    void saysThatNothingIsCertainWhileTheBrokerIsAway() throws Exception {
        infrastructure.pauseKafka();
        try {
            HttpResponse<String> answer = monitor().api("PUT", "/api/v1/brakes/hold-mail", OPERATOR, null);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        } finally {
            infrastructure.resumeKafka();
        }
        await().atMost(PATIENCE)
                .until(() -> monitor()
                                .api("PUT", "/api/v1/brakes/hold-mail", OPERATOR, null)
                                .statusCode()
                        == 200);
        assertThat(brakes.onAll(BrakeKind.HOLD_MAIL)).isPresent();
    }

    @Test
    void arePutOnOnAPageByWhoeverIsSignedInAndByNoForeignForm() throws Exception {
        assertThat(monitor().page("GET", "/brakes", "", "").headers().firstValue("Location"))
                .contains("/sign-in");
        assertThat(monitor().page("POST", "/sign-in", "", "token=nobodys").statusCode())
                .isEqualTo(403);
        String operator = monitor().cookie(OPERATOR);
        Matcher proof =
                PROOF.matcher(monitor().page("GET", "/brakes", operator, "").body());
        assertThat(proof.find()).isTrue();

        monitor().page("POST", "/brakes/on", operator, "kind=hold-mail&form=forged");
        monitor().page("POST", "/brakes/on", monitor().cookie(VIEWER), "kind=hold-mail&form=" + proof.group(1));
        assertThat(brakes.all()).isEmpty();
        HttpResponse<String> wrong =
                monitor().page("POST", "/brakes/on", operator, "kind=hold-mail&level=3&appeal=&form=" + proof.group(1));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("This brake has no level.");

        monitor().page("POST", "/brakes/on", operator, "kind=hold-mail&level=&appeal=&form=" + proof.group(1));
        assertThat(brakes.onAll(BrakeKind.HOLD_MAIL)).isPresent();
        assertThat(monitor().page("GET", "/", "", "").body()).contains("<bdi>hold-mail</bdi>");
        monitor().page("POST", "/brakes/off", operator, "kind=hold-mail&form=" + proof.group(1));
        assertThat(brakes.all()).isEmpty();
        assertThat(monitor().page("GET", "/audit", operator, "").body()).contains("A brake was taken off");
    }

    private MonitorUnderTest monitor() {
        return new MonitorUnderTest(port);
    }
}
