package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.event.EventHeaders;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.verification.ledger.Ledger;
import org.upprop.verification.ledger.Sheet;
import org.upprop.verification.submission.Submissions;

/** Every record is counted once, and whatever is lost shows. */
@OnRealInfrastructure
class LedgerIT {

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    KafkaAdmin admin;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Autowired
    AppealBook appeals;

    @Autowired
    Ledger ledger;

    @Autowired
    Submissions submissions;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Campaign campaign;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("upprop.fingerprint.secret", () -> Campaign.SECRET);
    }

    @BeforeEach
    void begin() {
        campaign = Campaign.begin(kafka, appeals);
        campaign.signed(1);
        awaitAllRead();
    }

    @Test
    void countsEachRecordByWhatBecameOfIt() {
        Sheet before = ledger.sheet();
        campaign.signed(3);
        String again = UUID.randomUUID() + "@example.org";
        campaign.signTwiceWithOneId(again);
        garbage("not json", 2);
        ProducerRecord<byte[], byte[]> later = new ProducerRecord<>(Topics.SUBMITTED, bytes("later"), bytes("{}"));
        later.headers().add(EventHeaders.TYPE, bytes("org.upprop.something.later.v9"));
        kafka.send(later).join();
        awaitAllRead();

        Sheet now = ledger.sheet();
        assertThat(now.read() - before.read()).isEqualTo(8);
        assertThat(now.firstSeen() - before.firstSeen()).isEqualTo(4);
        assertThat(now.repeated() - before.repeated()).isEqualTo(1);
        assertThat(now.setAside() - before.setAside()).isEqualTo(2);
        assertThat(now.passedOver() - before.passedOver()).isEqualTo(1);
        assertThat(now.lostRecords()).isZero();
        assertThat(now.lostSubmissions()).isEqualTo(before.lostSubmissions());
    }

    @Test
    void missesNothingOfWhatCameBackInTransactions() {
        Sheet before = ledger.sheet();
        Map<String, Object> config = new HashMap<>(kafka.getProducerFactory().getConfigurationProperties());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, UUID.randomUUID().toString());
        try (var producer = new KafkaProducer<byte[], byte[]>(config)) {
            producer.initTransactions();
            for (String text : List.of("not json", "nor is this")) {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(Topics.redriveOf(Topics.SUBMITTED), 0, bytes("key"), bytes(text)));
                producer.commitTransaction();
            }
        }

        await().atMost(Campaign.PATIENCE).until(() -> ledger.sheet().setAside() == before.setAside() + 2);
        Sheet now = ledger.sheet();
        assertThat(now.read() - before.read()).isEqualTo(2);
        assertThat(now.lostRecords()).isZero();
    }

    @Test
    void countsNothingTwiceHoweverOftenItIsRead() throws Exception {
        campaign.signed(5);
        garbage("nor is this", 1);
        awaitAllRead();
        Sheet before = ledger.sheet();

        readAllAgain();

        Sheet now = ledger.sheet();
        assertThat(now)
                .as("all but what another test deleted and this finds again")
                .usingRecursiveComparison()
                .ignoringFields("states")
                .isEqualTo(before);
        assertThat(now.lostRecords()).isZero();
    }

    @Test
    void keepsTheNumberOfWhatIsDeleted() {
        Sheet before = ledger.sheet();
        jdbc.sql("update submission set state = 'expired', signatory = null, ended_at = now() - interval '31 days'"
                        + " where appeal = ?")
                .param(campaign.slug().value())
                .update();

        assertThat(submissions.purge(1_000)).isPositive();

        Sheet now = ledger.sheet();
        assertThat(now.forgotten()).isGreaterThan(before.forgotten());
        assertThat(now.lostSubmissions()).isEqualTo(before.lostSubmissions());
    }

    @Test
    void showsWhatIsLost() throws Exception {
        Sheet before = ledger.sheet();
        jdbc.sql("delete from mail where signature_id in (select signature_id from submission where appeal = ?)")
                .param(campaign.slug().value())
                .update();
        assertThat(jdbc.sql("delete from submission where appeal = ?")
                        .param(campaign.slug().value())
                        .update())
                .isEqualTo(1);
        jdbc.sql("update ledger set next = next + 2 where topic = 'before'").update();
        try {
            Sheet now = ledger.sheet();

            assertThat(now.lostSubmissions() - before.lostSubmissions()).isEqualTo(1);
            assertThat(now.lostRecords()).isEqualTo(2);
            assertThat(endpoint()).contains("\"lostRecords\":2", "\"states\":{", Topics.SUBMITTED);
        } finally {
            jdbc.sql("update ledger set next = next - 2 where topic = 'before'").update();
        }
    }

    private String endpoint() throws Exception {
        URI there = URI.create("http://localhost:%d/actuator/ledger".formatted(port));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofString())
                .body();
    }

    private void garbage(String text, int times) {
        for (int time = 0; time < times; time++) {
            kafka.send(Topics.SUBMITTED, bytes(UUID.randomUUID().toString()), bytes(text))
                    .join();
        }
    }

    private void readAllAgain() throws Exception {
        listeners.getAllListenerContainers().forEach(MessageListenerContainer::stop);
        try (Admin broker = Admin.create(admin.getConfigurationProperties())) {
            Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
            ledger.sheet().next().forEach((topic, partitions) -> {
                if (topic.startsWith(Topics.SUBMITTED)) {
                    partitions.forEach((partition, next) ->
                            beginning.put(new TopicPartition(topic, partition), new OffsetAndMetadata(0)));
                }
            });
            await().atMost(Campaign.PATIENCE).ignoreExceptions().until(() -> {
                broker.alterConsumerGroupOffsets("verification-service", beginning)
                        .all()
                        .get();
                return true;
            });
        }
        listeners.getAllListenerContainers().forEach(MessageListenerContainer::start);
        awaitAllRead();
    }

    /** All that was written is read, committed and counted. */
    private void awaitAllRead() {
        try (Admin broker = Admin.create(admin.getConfigurationProperties())) {
            await().atMost(Campaign.PATIENCE).ignoreExceptions().until(() -> unread(broker) == 0);
        }
    }

    private static long unread(Admin broker) throws Exception {
        var committed = broker.listConsumerGroupOffsets("verification-service")
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < Topics.SIGNATURE_PARTITIONS; partition++) {
            ends.put(new TopicPartition(Topics.SUBMITTED, partition), OffsetSpec.latest());
        }
        long unread = 0;
        for (var end : broker.listOffsets(ends).all().get().entrySet()) {
            OffsetAndMetadata next = committed.get(end.getKey());
            unread += end.getValue().offset() - (next == null ? 0 : next.offset());
        }
        return unread;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
