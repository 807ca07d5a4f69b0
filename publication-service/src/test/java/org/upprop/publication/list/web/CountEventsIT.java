package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.publication.list.ListUpdates;

@OnRealInfrastructure
class CountEventsIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int PLACES = 20;

    private final AppealSlug appeal = Appeals.newSlug();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private AppealBook appeals;

    @Autowired
    private ListUpdates lists;

    @BeforeEach
    void publishTheAppeal() {
        Appeals.publish(appeal, kafka, appeals);
    }

    @Test
    void tellsTheCountAtOnceAndWheneverItChanges() throws Exception {
        HttpResponse<InputStream> answer = listen();
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Thread reader = Thread.startVirtualThread(
                () -> new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))
                        .lines()
                        .forEach(heard::add));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        await().atMost(LONG).until(() -> heard.stream().anyMatch(line -> line.contains("\"total\":0")));
        assertThat(heard).startsWith("retry: 5000", "", "event: count").doesNotContain("\"total\":1");

        lists.apply(List.of(AnEntry.of("Ada").on(appeal).listed()));
        await().atMost(LONG).until(() -> heard.stream().anyMatch(line -> line.startsWith("data: {\"total\":1,")));

        answer.body().close();
        reader.join(LONG);
        // A server learns from writing that nobody reads any more.
        lists.apply(List.of(AnEntry.of("Grace").on(appeal).listed()));
    }

    @Test
    void refusesWhoWouldBeOneTooManyAndTakesThemOncePlacesAreFree() throws Exception {
        List<HttpResponse<InputStream>> listening = new ArrayList<>();
        await().atMost(LONG).until(() -> {
            HttpResponse<InputStream> answer = listen();
            if (answer.statusCode() == 200) {
                listening.add(answer);
            }
            return listening.size() == PLACES;
        });

        HttpResponse<InputStream> refused = listen();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");

        for (HttpResponse<InputStream> answer : listening) {
            answer.body().close();
        }
        await().atMost(LONG).until(() -> {
            lists.apply(List.of(AnEntry.of("Grace").on(appeal).listed()));
            HttpResponse<InputStream> answer = listen();
            answer.body().close();
            return answer.statusCode() == 200;
        });
    }

    @Test
    void knowsNoEventsOfAnAppealThatIsNotThere() throws Exception {
        assertThat(http.send(request("no-such-appeal"), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<InputStream> listen() throws Exception {
        return http.send(request(appeal.value()), BodyHandlers.ofInputStream());
    }

    private HttpRequest request(String slug) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/appeals/" + slug + "/events"))
                .build();
    }
}
