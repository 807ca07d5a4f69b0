package org.upprop.intake;

import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What organisers and signatories say to a service that runs. */
public final class Intake {

    private static final String APPEAL = """
            {"originalLocale":"sv",
             "publisher":{"name":"Gryning","url":"https://gryning.example"},
             "controller":{"name":"Gryning","postalAddress":"Box 1, Stockholm","email":"post@gryning.example"},
             "goal":%d,
             "translations":{"sv":{"title":"Titel","summary":"Kort","body":"%s","demands":[{"id":"free","text":"Frige"}]}},
             "consent":{"version":"1","text":{"sv":"Ja"}}}""";

    private static final String SIGNATURE = """
            {"kind":"individual","name":"Zhanar Secret","email":"%s","consent":{"version":"1"}}""";

    private final RestTestClient http;

    public Intake(int port) {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    public static String newSlug() {
        return "appeal-" + UUID.randomUUID();
    }

    public ResponseSpec publish(String slug) {
        return publish(slug, "Text", 100);
    }

    public ResponseSpec publish(String slug, String body, int goal) {
        return http.put()
                .uri("/api/v1/appeals/{slug}", slug)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + OverHttp.TOKEN)
                .contentType(MediaType.APPLICATION_JSON)
                .body(APPEAL.formatted(goal, body))
                .exchange();
    }

    public ResponseSpec read(String slug) {
        return http.get().uri("/api/v1/appeals/{slug}", slug).exchange();
    }

    public ResponseSpec sign(String slug, String email) {
        return signAgain(slug, email, UUID.randomUUID().toString());
    }

    /** Under a key that makes a second sending have no further effect. */
    public ResponseSpec signAgain(String slug, String email, String key) {
        return http.post()
                .uri("/api/v1/appeals/{slug}/signatures", slug)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(SIGNATURE.formatted(email))
                .exchange();
    }

    /** With what was brought back of a challenge. */
    public ResponseSpec signWith(String slug, String email, String pass) {
        return http.post()
                .uri("/api/v1/appeals/{slug}/signatures", slug)
                .header("Upprop-Pass", pass)
                .contentType(MediaType.APPLICATION_JSON)
                .body(SIGNATURE.formatted(email))
                .exchange();
    }

    public Challenge challenge(String slug) {
        return Objects.requireNonNull(http.get()
                .uri("/api/v1/appeals/{slug}/challenge", slug)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Challenge.class)
                .returnResult()
                .getResponseBody());
    }

    public ResponseSpec health(String group) {
        return http.get().uri("/actuator/health/{group}", group).exchange();
    }

    public String metrics() {
        return http.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    /** What is to be solved. */
    public record Challenge(String token, int difficulty) {}
}
