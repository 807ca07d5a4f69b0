package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.upprop.infrastructure.test.OnRealInfrastructure;

/** One place gets so many pages a minute, then is told when to come again. */
@OnRealInfrastructure
@TestPropertySource(properties = "upprop.visits.per-minute=3")
class VisitLimitIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add(
                "upprop.fingerprint.secret",
                () -> Base64.getEncoder()
                        .encodeToString("thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsWhoComesTooOftenWhenToComeAgain() {
        for (String page : new String[] {"/verify/a", "/manage/b", "/links"}) {
            assertThat(get(page).statusCode()).isIn(200, 404);
        }

        HttpResponse<String> refused = get("/verify/a");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("<h1>A little slower, please</h1>");
        assertThat(refused.headers().firstValueAsLong("Retry-After"))
                .satisfies(seconds -> assertThat(seconds.getAsLong()).isBetween(1L, 20L));
        assertThat(get("/api/v1/verifications/a").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        for (String page : new String[] {"/reviews/sign-in", "/report/" + UUID.randomUUID()}) {
            assertThat(get(page).statusCode()).as(page).isEqualTo(429);
        }
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) {
        return http.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .join();
    }
}
