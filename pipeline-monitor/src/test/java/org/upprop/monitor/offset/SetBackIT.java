package org.upprop.monitor.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.audit.AuditAction;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.monitor.MonitorUnderTest;
import org.upprop.monitor.audit.messaging.AuditBook;
import org.upprop.monitor.flow.Stage;

/** A stage that is set back reads again just what was written since. */
@OnRealInfrastructure
class SetBackIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(2);

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    private AuditBook audit;

    @LocalServerPort
    private int port;

    private Instant between;

    /** Three records, and later two more, all read. */
    @BeforeEach
    void writeAndRead() throws InterruptedException {
        send(3);
        Thread.sleep(5); // timestamps are milliseconds
        between = Instant.now();
        send(2);
        read();
    }

    @Test
    void readsAgainWhatWasWrittenSinceAndNothingElse() throws Exception {
        assertThat(ask("GET", between).body()).contains("\"members\":0,\"again\":2,");

        HttpResponse<String> done = ask("POST", between);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(read()).hasSize(2);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(audit.events()).anySatisfy(event -> {
                    assertThat(event.action()).isEqualTo(AuditAction.OFFSETS_RESET);
                    assertThat(event.details())
                            .containsEntry("since", between.toString())
                            .containsEntry("records", "2");
                }));
    }

    @Test
    void skipsNothing() throws Exception {
        send(4);
        HttpResponse<String> done = ask("POST", Instant.now().plusSeconds(60));

        assertThat(done.body()).contains("\"again\":0,");
        assertThat(read()).hasSize(4);
    }

    @Test
    void isRefusedWhileTheStageRuns() throws Exception {
        try (Consumer<byte[], byte[]> running = joined()) {
            await().atMost(PATIENCE).until(() -> {
                running.poll(Duration.ofMillis(100));
                return ask("GET", between).body().contains("\"members\":1,");
            });

            HttpResponse<String> refused = ask("POST", between);

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("stage-runs", "1 consumers");
        }
        assertThat(read()).isEmpty();
    }

    private void send(int records) {
        for (int record = 0; record < records; record++) {
            kafka.send(Topics.SUBMITTED, bytes(UUID.randomUUID().toString()), bytes("{}"))
                    .join();
        }
    }

    /** What the stage reads, until nothing more comes. */
    private List<String> read() {
        List<String> read = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = joined()) {
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.toString()));
                return !consumer.assignment().isEmpty();
            });
            long until = System.nanoTime() + QUIET.toNanos();
            while (System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.toString()));
            }
            consumer.commitSync();
        }
        return read;
    }

    private Consumer<byte[], byte[]> joined() {
        Consumer<byte[], byte[]> consumer = consumers.createConsumer(Stage.VERIFICATION.group(), null, null);
        consumer.subscribe(Stage.VERIFICATION.topics());
        return consumer;
    }

    private HttpResponse<String> ask(String method, Instant since) throws IOException, InterruptedException {
        return new MonitorUnderTest(port)
                .api(method, "/api/v1/stages/verification/set-back?since=" + since, "a token of operators", null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
