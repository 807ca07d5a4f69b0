package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.upprop.infrastructure.test.OnRealInfrastructure;

/** One place gets so many pages a minute, then is told when to come again. */
@OnRealInfrastructure
@TestPropertySource(properties = {"upprop.visits.per-minute=3", "upprop.visits.refusals-per-hour=3"})
class VisitLimitIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    KafkaConnectionDetails broker;

    @Autowired
    JdbcConnectionDetails database;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("upprop.fingerprint.secret", () -> Campaign.SECRET);
    }

    @Test
    void tellsWhoComesTooOftenWhenToComeAgainHoweverTheyWriteThePath() {
        for (String page : new String[] {"/%76erify/a", "/manage;x=1/b", "/links"}) {
            assertThat(get(page).statusCode()).as(page).isIn(200, 404);
        }

        HttpResponse<String> refused = get("/verify/a");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("<h1>A little slower, please</h1>");
        assertThat(refused.headers().firstValueAsLong("Retry-After"))
                .satisfies(seconds -> assertThat(seconds.getAsLong()).isBetween(1L, 20L));
        HttpResponse<String> program = send(
                port,
                "/api/v1/verifications/a",
                request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));
        assertThat(program.statusCode()).isEqualTo(429);
        assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        for (String page : new String[] {"/reviews/sign-in", "/report/" + UUID.randomUUID(), "/manage;x=2/b"}) {
            assertThat(get(page).statusCode()).as(page).isEqualTo(429);
        }
        assertThat(sentOnFor("192.0.2.1", port, "/verify/a"))
                .as("anybody can say for whom they come")
                .isEqualTo(429);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void takesTheWordOfATrustedProxyForWhomItSpeaks() {
        try (ConfigurableApplicationContext behindAProxy = AnotherInstance.beside(
                broker,
                database,
                "--upprop.visits.per-minute=3",
                "--upprop.trusted-proxies=127.0.0.0/8, ::1/128",
                "--upprop.fingerprint.secret=" + Campaign.SECRET)) {
            int there = Integer.parseInt(
                    Objects.requireNonNull(behindAProxy.getEnvironment().getProperty("local.server.port")));

            for (int visit = 0; visit < 3; visit++) {
                assertThat(sentOnFor("192.0.2.1", there, "/verify/a")).isEqualTo(404);
            }

            assertThat(sentOnFor("192.0.2.1", there, "/verify/a")).isEqualTo(429);
            assertThat(sentOnFor("192.0.2.66, 192.0.2.1", there, "/verify/a"))
                    .as("what a visitor says goes before what the proxy says")
                    .isEqualTo(429);
            assertThat(sentOnFor("192.0.2.2", there, "/verify/a")).isEqualTo(404);
        }
    }

    @Test
    void looksAtNoReviewersTokenMoreWhereTooManyWereNobodys() {
        for (int guess = 0; guess < 3; guess++) {
            assertThat(reviews("another token " + guess)).isEqualTo(401);
        }

        assertThat(reviews("another token")).isEqualTo(429);
        assertThat(reviews("a token for the tests")).isEqualTo(429);
        assertThat(send(port, "/api/v1/reviews", request -> request).statusCode())
                .as("who has none guesses nothing")
                .isEqualTo(401);
    }

    private int reviews(String token) {
        return send(port, "/api/v1/reviews", request -> request.header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private int sentOnFor(String address, int there, String path) {
        return send(there, path, request -> request.header("X-Forwarded-For", address))
                .statusCode();
    }

    private HttpResponse<String> get(String path) {
        return send(port, path, request -> request);
    }

    private HttpResponse<String> send(int there, String path, UnaryOperator<HttpRequest.Builder> with) {
        return http.sendAsync(
                        with.apply(HttpRequest.newBuilder(URI.create("http://localhost:" + there + path)))
                                .build(),
                        BodyHandlers.ofString())
                .join();
    }
}
