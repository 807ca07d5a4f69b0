package org.upprop.monitor.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;

@OnRealInfrastructure
class FlowIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Random random = new Random(6);

    @Autowired
    private Looks looks;

    @Autowired
    private PipelineWatch watch;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    private KafkaConnectionDetails broker;

    @Autowired
    private Infrastructure infrastructure;

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void tellsTheLagThatTheBrokersOwnToolTells(GroupProtocol protocol) {
        GroupTool tool = new GroupTool(String.join(",", broker.getBootstrapServers()));
        try (Consumer<byte[], byte[]> reader = reader(Stage.VERIFICATION, protocol)) {
            for (int step = 0; step < 3; step++) {
                write(Topics.SUBMITTED, 200);
                readSome(reader, 50 + random.nextInt(150));

                Map<PartitionId, Long> lag = lag(Stage.VERIFICATION);
                assertThat(tool.lag(Stage.VERIFICATION))
                        .isNotEmpty()
                        .allSatisfy((partition, records) -> assertThat(lag.get(partition))
                                .as("lag of %s", partition)
                                .isEqualTo(records));
                assertThat(lag.values().stream().mapToLong(records -> records).sum())
                        .isPositive();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsHowLongAgoTheRecordWasWrittenThatIsReadNext(GroupProtocol protocol) throws InterruptedException {
        try (Consumer<byte[], byte[]> reader = reader(Stage.PUBLICATION, protocol)) {
            write(Topics.VERIFIED, 100);
            looks.look();
            readAll(reader);

            Instant written = Instant.now();
            write(Topics.VERIFIED, 1);
            for (int second = 1; second <= 5; second++) {
                Thread.sleep(1_000);
                write(Topics.VERIFIED, 20);

                Duration behind = Objects.requireNonNull(Pipeline.of(List.of(looks.look()))
                        .of(Stage.PUBLICATION)
                        .rates()
                        .behind());
                assertThat(behind.toMillis())
                        .isCloseTo(Duration.between(written, Instant.now()).toMillis(), within(1_000L));
            }
            readAll(reader);

            assertThat(Pipeline.of(List.of(looks.look())).of(Stage.PUBLICATION).rates())
                    .isEqualTo(Rates.NONE);
        }
    }

    @Test
    void tellsHowLongUntilRetentionMayDeleteWhatIsNotRead() throws Exception {
        try (Consumer<byte[], byte[]> reader = reader(Stage.VERIFICATION, GroupProtocol.CLASSIC)) {
            readAll(reader);
            assertThat(flow(Stage.VERIFICATION).headroom()).isNull();

            long sixDaysAgo = Instant.now().minus(Duration.ofDays(6)).toEpochMilli();
            kafka.send(Topics.SUBMITTED, 0, sixDaysAgo, new byte[] {1}, new byte[] {2})
                    .get();

            Duration headroom = Objects.requireNonNull(flow(Stage.VERIFICATION).headroom());
            assertThat(headroom).isCloseTo(Duration.ofDays(1), Duration.ofSeconds(10));
            write(Topics.VERIFIED, 1);
            assertThat(flow(Stage.PUBLICATION).rates().unread()).isPositive();
            assertThat(flow(Stage.PUBLICATION).headroom()).isNull();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(answer("/?lang=sv")).contains("Tidigast om 23 tim 59 min raderas"));
            readAll(reader);
        }
    }

    @Test
    void saysSoonThatAStageStoppedOrStalled() throws Exception {
        try (Consumer<byte[], byte[]> reader = reader(Stage.VERIFICATION, GroupProtocol.CLASSIC)) {
            readAll(reader);
            await().atMost(PATIENCE)
                    .ignoreException(NoSuchElementException.class)
                    .until(() -> keepsReading(reader) && verdict(Stage.VERIFICATION) == Verdict.OK);

            write(Topics.SUBMITTED, 1_000);

            await().atMost(SOON).until(() -> staysInTheGroup(reader) && verdict(Stage.VERIFICATION) == Verdict.STALLED);

            readAll(reader);
            await().atMost(SOON).until(() -> keepsReading(reader) && verdict(Stage.VERIFICATION) == Verdict.OK);
        }

        await().atMost(SOON).until(() -> verdict(Stage.VERIFICATION) == Verdict.STOPPED);
        assertThat(meters.get("upprop.stage.partitions")
                        .tags("stage", "verification", "verdict", "stopped")
                        .gauge()
                        .value())
                .isEqualTo(2 * Topics.SIGNATURE_PARTITIONS);
        assertThat(answer("/api/v1/pipeline"))
                .contains(
                        "\"broker\":\"up\"", "\"stage\":\"verification\"", "\"verdict\":\"stopped\"", "\"no-reader\"");
        assertThat(answer("/?lang=sv"))
                .contains("<html lang=\"sv\"", "class=\"overall stopped\">Stoppad<", "Ingen läser den.")
                .contains(Topics.SUBMITTED + "-11");
        assertThat(stage(Stage.VERIFICATION).members()).isZero();
        assertThat(stage(Stage.VERIFICATION).partitions())
                .hasSize(2 * Topics.SIGNATURE_PARTITIONS)
                .extracting(PartitionFlow::reason)
                .containsOnly(PartitionFlow.Reason.NO_READER);
    }

    @Test
    void tellsEachLookToWhoeverListens() throws Exception {
        HttpRequest asked = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/v1/pipeline/events".formatted(port)))
                .build();
        try (Stream<String> lines = HttpClient.newHttpClient()
                .send(asked, HttpResponse.BodyHandlers.ofLines())
                .body()) {
            List<String> looks = lines.filter(line -> line.startsWith("data: {\"asOf\":"))
                    .limit(3)
                    .toList();

            assertThat(looks).doesNotHaveDuplicates().allMatch(look -> look.contains("\"stage\":\"publication\""));
        }
    }

    @Test
    void remembersHowItWas() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            write(Topics.SUBMITTED, 5);
            assertThat(answer("/api/v1/pipeline/history"))
                    .containsPattern("\"of\":\"15m\",\"stepSeconds\":5,.*\"stage\":\"verification\""
                            + ".*\"from\":\"[-0-9:T]+Z\",\"inPerSecond\":[0-9.]*[1-9]");
        });
        assertThat(answer("/?lang=ar"))
                .contains("aria-labelledby=\"publication-15m publication-15m-rates\"", "آخر 15 دقيقة");
        assertThat(answer("/api/v1/pipeline/history?of=24h")).contains("\"stepSeconds\":300");
        assertThat(answer("/api/v1/pipeline/history?of=1y")).contains("\"status\":400");
    }

    @Test
    void keepsWhatItSawWhileTheBrokerIsAway() throws Exception {
        await().atMost(PATIENCE).until(() -> watch.pipeline().isPresent());

        infrastructure.pauseKafka();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(answer("/?lang=sv"))
                        .contains("Kafka svarar inte. Allt nedan är som det var då.", "Server 1 svarar inte"));
        assertThat(watch.pipeline()).isPresent();
        assertThat(answer("/api/v1/pipeline")).contains("\"broker\":\"away\"", "\"id\":1,\"state\":\"lost\"");

        infrastructure.resumeKafka();

        await().atMost(PATIENCE)
                .until(() -> answer("/api/v1/pipeline").contains("\"broker\":\"up\"")
                        && answer("/api/v1/pipeline").contains("\"id\":1,\"state\":\"ok\",\"diskBytes\":"));
    }

    private String answer(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private Consumer<byte[], byte[]> reader(Stage stage, GroupProtocol protocol) {
        Map<String, Object> config = new HashMap<>(consumers.getConfigurationProperties());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, stage.group());
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol.name().toLowerCase(Locale.ROOT));
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20);
        var bytes = new ByteArrayDeserializer();
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, bytes, bytes);
        consumer.subscribe(stage.topics());
        return consumer;
    }

    private void write(String topic, int records) {
        byte[] value = "not a signature".getBytes(StandardCharsets.UTF_8);
        List<Future<?>> sent = new ArrayList<>();
        for (int number = 0; number < records; number++) {
            sent.add(kafka.send(topic, Long.toString(random.nextLong()).getBytes(StandardCharsets.UTF_8), value));
        }
        sent.forEach(FlowIT::acknowledged);
    }

    private static void acknowledged(Future<?> sent) {
        try {
            sent.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void readSome(Consumer<byte[], byte[]> reader, int records) {
        int read = 0;
        while (read < records) {
            read += reader.poll(Duration.ofMillis(200)).count();
            reader.commitSync();
        }
    }

    private void readAll(Consumer<byte[], byte[]> reader) {
        await().atMost(PATIENCE).until(() -> keepsReading(reader) && isAtTheEnd(reader));
    }

    private static boolean keepsReading(Consumer<byte[], byte[]> reader) {
        reader.poll(Duration.ofMillis(50));
        Map<TopicPartition, OffsetAndMetadata> positions = reader.assignment().stream()
                .collect(Collectors.toMap(
                        partition -> partition, partition -> new OffsetAndMetadata(reader.position(partition))));
        reader.commitSync(positions);
        return true;
    }

    private static boolean isAtTheEnd(Consumer<byte[], byte[]> reader) {
        Collection<TopicPartition> assigned = reader.assignment();
        return assigned.size() == 2 * Topics.SIGNATURE_PARTITIONS
                && reader.endOffsets(assigned).entrySet().stream()
                        .allMatch(end -> reader.position(end.getKey()) >= end.getValue());
    }

    private static boolean staysInTheGroup(Consumer<byte[], byte[]> reader) {
        reader.pause(reader.assignment());
        reader.poll(Duration.ofMillis(50));
        reader.resume(reader.assignment());
        return true;
    }

    private Map<PartitionId, Long> lag(Stage stage) {
        try {
            return Pipeline.of(List.of(looks.look())).of(stage).partitions().stream()
                    .collect(Collectors.toMap(
                            PartitionFlow::id, partition -> partition.rates().unread()));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private StageFlow flow(Stage stage) throws InterruptedException {
        return Pipeline.of(List.of(looks.look())).of(stage);
    }

    private Verdict verdict(Stage stage) {
        return stage(stage).verdict();
    }

    private StageFlow stage(Stage stage) {
        return watch.pipeline().orElseThrow().of(stage);
    }
}
