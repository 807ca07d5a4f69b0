package org.upprop.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.intake.door.BadInputs.PERSON;
import static org.upprop.intake.door.Request.JSON;
import static org.upprop.intake.door.Request.SIGNATURES;
import static org.upprop.intake.door.Request.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.intake.Intake;

/** What somebody may do to the connection itself. */
@OnRealInfrastructure(properties = {"upprop.body.patience=2s", "server.tomcat.connection-timeout=3s"})
class DoorIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Patience for the body and for silence together, and some for a machine that has much to do. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final Duration A_WHILE = Duration.ofMillis(200);

    @LocalServerPort
    int port;

    private final String slug = Intake.newSlug();
    private Intake intake;

    @BeforeEach
    void anOpenAppeal() {
        intake = new Intake(port);
        await().atMost(PATIENCE)
                .untilAsserted(() -> intake.health("readiness").expectStatus().isOk());
        intake.publish(slug).expectStatus().isCreated();
    }

    @Test
    void cutsABodyThatTricklesIn() throws Exception {
        Request head = Request.of("POST", SIGNATURES).with(JSON, "Content-Length: 8000");

        try (RawHttp http = new RawHttp(port)) {
            http.send(head.bytes(slug));
            assertThat(http.dribble("x".repeat(150), A_WHILE)).isLessThan(LONGEST);

            var answer = http.answer();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(answer.body()).contains("/too-slow", "within 2 seconds");
            assertThat(http.isAtItsEnd()).isTrue();
        }
    }

    @Test
    void cutsABodyThatTricklesInByChunks() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.send(Request.of("POST", SIGNATURES)
                    .with(JSON, "Transfer-Encoding: chunked")
                    .bytes(slug));
            assertThat(http.dribble("1\r\nx\r\n".repeat(30), A_WHILE)).isLessThan(LONGEST);
            assertThat(http.answer().status()).isEqualTo(408);
        }
    }

    @Test
    void cutsABodyThatDoesNotCome() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.send(Request.of("POST", SIGNATURES)
                    .with(JSON, "Content-Length: 80")
                    .bytes(slug));

            var answer = http.answer();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body()).contains("/too-slow", "within 2 seconds");
            assertThat(http.isAtItsEnd()).isTrue();
        }
    }

    @Test
    void doesNotListenOnToWhomItRefused() throws Exception {
        Request unauthorised = Request.of("PUT", "/api/v1/appeals/{slug}").with(JSON, "Content-Length: 200000");

        try (RawHttp http = new RawHttp(port)) {
            http.send(unauthorised.bytes(slug));
            assertThat(http.answer().status()).isEqualTo(401);
            assertThat(untilHungUp(http)).isLessThan(LONGEST);
        }
    }

    @Test
    void cutsAHeadThatDoesNotCome() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.send("GET / HTTP/1.1\r\nHost: ");
            assertThat(http.isAtItsEnd()).isTrue();
        }
    }

    @Test
    void asksForABodyOnlyIfItWillReadIt() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.send(Request.of("POST", SIGNATURES)
                    .with(JSON, "Expect: 100-continue", "Content-Length: 9000")
                    .bytes(slug));
            assertThat(http.answer().status()).isEqualTo(413);
        }
        try (RawHttp http = new RawHttp(port)) {
            Request asked = signing(PERSON).with("Expect: 100-continue");
            http.send(new Request(asked.line(), asked.headers(), new byte[0]).bytes(slug));
            assertThat(http.answer().status()).isEqualTo(100);
            http.send(asked.body());
            assertThat(http.answer().status()).isEqualTo(202);
        }
    }

    @Test
    void takesABodyInChunksWithATrailer() throws Exception {
        String chunks = Integer.toHexString(PERSON.length()) + "\r\n" + PERSON + "\r\n0\r\nX-Trailer: 1\r\n\r\n";

        assertThat(exchange(Request.of("POST", SIGNATURES)
                                .with(JSON, "Transfer-Encoding: chunked")
                                .raw(chunks))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void findsNoSecondRequestInABodyWithTwoLengths() throws Exception {
        Request smuggling = Request.of("POST", SIGNATURES)
                .with(JSON, "Content-Length: 4", "Transfer-Encoding: chunked")
                .raw("0\r\n\r\nGET /api/v1/appeals HTTP/1.1\r\nHost: localhost\r\n\r\n");

        try (RawHttp http = new RawHttp(port)) {
            http.send(smuggling.bytes(slug));
            assertThat(http.answer().status()).isEqualTo(400);
            assertThat(http.isAtItsEnd()).isTrue();
        }
    }

    @Test
    void namesInItsMetricsOnlyWhatItHasItself() throws Exception {
        for (int index = 0; index < 20; index++) {
            exchange(Request.of("GET", "/nowhere-" + index));
            exchange(Request.of("INVENTED" + (char) ('A' + index), "/api/v1/appeals"));
            exchange(Request.of("GET", "/api/v1/appeals/invented-" + index));
            exchange(signing(PERSON.replace("}}", "},\"invented" + index + "\":1}")));
        }
        intake.sign(slug, "someone@example.org").expectStatus().isAccepted();

        assertThat(intake.metrics())
                .doesNotContainIgnoringCase("nowhere", "invented", "someone", "Zhanar", slug)
                .contains("uri=\"/api/v1/appeals/{slug}/signatures\"")
                .contains("http_server_requests_seconds_bucket")
                .contains("upprop_signatures_total{outcome=\"received\"}")
                .contains("upprop_problems_total{type=\"unknown-appeal\"}")
                .contains("upprop_input_errors_total{code=\"field.unknown\"}")
                .contains("upprop_submissions_in_flight ")
                .contains("upprop_submissions_in_flight_limit ")
                .contains("upprop_bodies_reading ")
                .contains("tomcat_connections_current_connections", "tomcat_connections_config_max_connections");
    }

    private RawHttp.Answer exchange(Request request) throws IOException {
        return RawHttp.exchange(port, request.bytes(slug));
    }

    private static Duration untilHungUp(RawHttp http) throws InterruptedException {
        return http.dribble(new String(new byte[1_000], StandardCharsets.US_ASCII), A_WHILE);
    }
}
