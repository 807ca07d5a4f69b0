package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.publication.list.ListUpdates;

/** What readers get while the database hangs. */
@OnRealInfrastructure
class WithoutDatabaseIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AppealSlug appeal = Appeals.newSlug();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> known = List.of(
            "/api/v1/appeals/" + appeal + "/signatories",
            "/api/v1/appeals/" + appeal + "/count",
            "/appeals/" + appeal + "/signatories");

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private AppealBook appeals;

    @Autowired
    private ListUpdates lists;

    @Autowired
    private Infrastructure infrastructure;

    @BeforeEach
    void listSomebody() {
        Appeals.publish(appeal, kafka, appeals);
        lists.apply(List.of(AnEntry.of("Ada").on(appeal).listed()));
        await().atMost(LONG).until(() -> get(known.getFirst(), "").body().contains("Ada"));
    }

    @AfterEach
    void resume() {
        infrastructure.resumePostgres();
    }

    @Test
    void givesWhatItHasWithItsAgeAndSaysOfTheRestThatItCannotBeReadNow() {
        List<HttpResponse<String>> before =
                known.stream().map(path -> get(path, "")).toList();

        infrastructure.pausePostgres();

        for (HttpResponse<String> answer : before) {
            String path = answer.uri().getPath();
            String etag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(get(path, etag).statusCode()).as(path).isEqualTo(304);
            assertThat(get(path, "").body()).as(path).isEqualTo(answer.body());
        }
        HttpResponse<String> unknown = get(known.getFirst() + "?limit=7", "");
        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(unknown.headers().firstValue("Retry-After")).contains("5");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(known)
                        .allSatisfy(path -> assertThat(get(path, "").headers().firstValue("Age"))
                                .as(path)
                                .hasValueSatisfying(age -> assertThat(age).isGreaterThanOrEqualTo("2"))));

        infrastructure.resumePostgres();

        lists.apply(List.of(AnEntry.of("Grace").on(appeal).listed()));
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(get(known.getFirst(), "").body()).contains("Grace");
            assertThat(get(known.getFirst(), "").headers().firstValue("Age")).isEmpty();
        });
    }

    private HttpResponse<String> get(String path, String etag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }
}
