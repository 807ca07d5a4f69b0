package org.upprop.monitor.flow.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.monitor.flow.Broker;
import org.upprop.monitor.flow.PipelineWatch;
import org.upprop.monitor.flow.Stage;
import org.upprop.monitor.flow.StageFlow;

/** A pipeline at rest is not asked anything, and whatever happens to it is told all the same. */
@OnRealInfrastructure
class RestIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<IdleReader> readers = new ArrayList<>();

    @Autowired
    private BrokerLooks looks;

    @Autowired
    private BrokerConnection connection;

    @Autowired
    private BrokersWatch brokers;

    @Autowired
    private PipelineWatch watch;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    private Infrastructure infrastructure;

    @BeforeEach
    void rest() {
        readers.add(new IdleReader(Stage.VERIFICATION, GroupProtocol.CLASSIC));
        readers.add(new IdleReader(Stage.PUBLICATION, GroupProtocol.CONSUMER));
        awaitRest();
    }

    @AfterEach
    void leave() {
        readers.forEach(IdleReader::close);
    }

    @Test
    void asksNothingWhileNothingComes() {
        double before = requests();

        await().during(Duration.ofSeconds(8)).atMost(SOON).until(looks::isQuiet);

        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void hearsARecord() {
        long before = stage(Stage.VERIFICATION).partitions().stream()
                .mapToLong(partition -> partition.end())
                .sum();

        kafka.send(Topics.SUBMITTED, new byte[] {1}, new byte[] {2});

        await().atMost(SOON)
                .until(() -> stage(Stage.VERIFICATION).partitions().stream()
                                .mapToLong(partition -> partition.end())
                                .sum()
                        == before + 1);
        awaitRest();
    }

    @Test
    void hearsThatAGroupLosesItsReaderInEitherProtocol() {
        for (IdleReader reader : readers) {
            assertThat(stage(reader.stage).members()).isEqualTo(1);

            reader.close();

            await().atMost(SOON).until(() -> stage(reader.stage).members() == 0);
        }
    }

    @Test
    void noticesABrokerThatHangs() throws Exception {
        infrastructure.pauseKafka();
        try {
            await().atMost(SOON)
                    .until(() -> brokers.brokers().stream().noneMatch(Broker::answers) && !watch.brokerAnswers());
        } finally {
            infrastructure.resumeKafka();
        }
        awaitRest();
    }

    private void awaitRest() {
        await().atMost(PATIENCE).until(looks::isQuiet);
    }

    private double requests() {
        return connection.admin().metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("request-total")
                        && metric.getKey().group().equals("admin-client-metrics"))
                .mapToDouble(metric -> (Double) metric.getValue().metricValue())
                .sum();
    }

    private StageFlow stage(Stage stage) {
        return watch.pipeline().orElseThrow().of(stage);
    }

    /** Reads whatever comes, and commits only then. */
    private final class IdleReader implements AutoCloseable {

        private final Stage stage;
        private final Thread reads;
        private volatile boolean closed;

        IdleReader(Stage stage, GroupProtocol protocol) {
            this.stage = stage;
            Map<String, Object> config = new HashMap<>(consumers.getConfigurationProperties());
            config.put(ConsumerConfig.GROUP_ID_CONFIG, stage.group());
            config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500); // as a stage does
            config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol.name());
            reads = Thread.ofPlatform().start(() -> read(config));
        }

        private void read(Map<String, Object> config) {
            var bytes = new ByteArrayDeserializer();
            try (var consumer = new KafkaConsumer<>(config, bytes, bytes)) {
                consumer.subscribe(stage.topics());
                while (!closed) {
                    if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                        consumer.commitSync();
                    }
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            try {
                reads.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
