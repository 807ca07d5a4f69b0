package org.upprop.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<String> output = new CopyOnWriteArrayList<>();

    @Test
    void keepsItsRecordsOverARestartOnTheSameFolder() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0, output::add)) {
            createTopic(broker);
            write(broker, "before");
        }
        try (var broker = KafkaBroker.start(folder, 0, output::add)) {
            write(broker, "after");

            assertThat(read(broker, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void keepsItsRecordsWhenItIsKilled() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0, output::add)) {
            createTopic(broker);
            write(broker, "before");
            broker.kill();
            assertThat(broker.isAlive()).isFalse();
            assertThat(broker.onExit()).succeedsWithin(PATIENCE);
        }
        try (var broker = KafkaBroker.start(folder, 0, output::add)) {
            assertThat(read(broker, 1)).containsExactly("before");
        }
    }

    @Test
    void commitsTransactionsWithOneReplica() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0, output::add)) {
            createTopic(broker);
            var settings =
                    Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "one");
            try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("topic", "together"));
                producer.commitTransaction();
            }

            assertThat(read(broker, 1)).containsExactly("together");
        }
    }

    @Test
    void makesNoTopicThatNobodyDeclared() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0, output::add)) {
            assertThatThrownBy(() -> write(broker, "nowhere")).hasStackTraceContaining("not present in metadata");
        }
    }

    @Test
    void answersAgainAfterAPause() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0, output::add)) {
            createTopic(broker);
            broker.pause();
            assertThatThrownBy(() -> write(broker, "lost")).hasStackTraceContaining("TimeoutException");
            broker.resume();

            write(broker, "after");
        }
    }

    @Test
    void stopsABrokerThatStillRunsOnTheFolder() throws Exception {
        try (var first = KafkaBroker.start(folder, 0, output::add);
                var second = KafkaBroker.start(folder, 0, output::add)) {
            assertThat(first.isAlive()).isFalse();
            assertThat(second.isAlive()).isTrue();
            assertThat(output)
                    .contains("Stopping the Kafka broker that an earlier start left running (process %d)"
                            .formatted(first.pid()));
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> KafkaBroker.start(folder, other.getLocalPort(), output::add))
                    .isInstanceOfSatisfying(
                            PortTaken.class, taken -> assertThat(taken.port()).isEqualTo(other.getLocalPort()))
                    .hasMessageContaining(Integer.toString(other.getLocalPort()));
        }
    }

    private static void createTopic(KafkaBroker broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("topic", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void write(KafkaBroker broker, String value) throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "max.block.ms",
                2000,
                "request.timeout.ms",
                1000,
                "delivery.timeout.ms",
                2000,
                "linger.ms",
                0);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("topic", value)).get();
        }
    }

    private static List<String> read(KafkaBroker broker, int expected) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "reader",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        var values = new CopyOnWriteArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("topic"));
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (values.size() < expected && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(polled -> values.add(polled.value()));
            }
        }
        return values;
    }
}
