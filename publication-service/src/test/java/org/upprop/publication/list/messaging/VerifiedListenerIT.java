package org.upprop.publication.list.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.publication.list.ListCount;
import org.upprop.publication.list.ListCounts;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.messaging.SignatureRecords;

@OnRealInfrastructure
class VerifiedListenerIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SOME_TRIES = Duration.ofSeconds(8);

    private final AppealSlug appeal = Appeals.newSlug();

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    KafkaAdmin admin;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Infrastructure infrastructure;

    @BeforeEach
    void listSomebody() {
        verify(AnEntry.of("Ada").on(appeal).listed());
        awaitTotal(1);
    }

    @AfterEach
    void readOn() {
        listener().start();
    }

    @Test
    void readsOnFromWhatTheDatabaseHasWhereTheBrokerForgot() throws Exception {
        ListCount before = count();
        double known = outdated();
        listener().stop();

        forgetTheGroup();
        listener().start();

        verify(AnEntry.of("Grace").on(appeal).listed());
        awaitTotal(2);
        assertThat(outdated()).as("nothing came a second time").isEqualTo(known);
        assertThat(count().revision()).isGreaterThan(before.revision());
    }

    @Test
    void changesNothingWhereItReadsTheWholeTopicAgain() {
        ListCount before = count();
        double known = outdated();
        listener().stop();

        jdbc.sql("update read_position set next_offset = 0").update();
        listener().start();

        await().atMost(LONG).until(() -> outdated() > known);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void takesNothingBeforeARestoredDatabaseToldHowFarItHasCome() {
        listener().stop();
        jdbc.sql("delete from entry where appeal = ?").param(appeal.value()).update();
        jdbc.sql("delete from appeal_count where appeal = ?")
                .param(appeal.value())
                .update();
        jdbc.sql("delete from count_part where appeal = ?")
                .param(appeal.value())
                .update();
        jdbc.sql("delete from read_position").update();

        infrastructure.pausePostgres();
        listener().start();
        await().atMost(LONG).until(() -> !listener().getAssignedPartitions().isEmpty());
        await().pollDelay(SOME_TRIES).until(() -> true);
        infrastructure.resumePostgres();

        awaitTotal(1);
    }

    @Test
    void stopsWhileItWaitsForTheDatabase() {
        listener().stop();
        infrastructure.pausePostgres();
        listener().start();
        await().pollDelay(SOME_TRIES).until(() -> true);

        long from = System.nanoTime();
        listener().stop();

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(8));
        infrastructure.resumePostgres();
    }

    private MessageListenerContainer listener() {
        return listeners.getListenerContainer("verified");
    }

    private void forgetTheGroup() throws Exception {
        Set<TopicPartition> all = IntStream.range(0, Topics.SIGNATURE_PARTITIONS)
                .mapToObj(number -> new TopicPartition(Topics.VERIFIED, number))
                .collect(Collectors.toSet());
        try (Admin broker = Admin.create(admin.getConfigurationProperties())) {
            broker.deleteConsumerGroupOffsets("publication-service", all).all().get();
        }
    }

    private void verify(EntryEvent event) {
        kafka.send(SignatureRecords.entry(event, Instant.now())).join();
    }

    private void awaitTotal(long total) {
        await().atMost(LONG).until(() -> count().total() == total);
    }

    private ListCount count() {
        return new ListCounts(jdbc).find(appeal);
    }

    private double outdated() {
        return meters.counter("upprop.list.events", "outcome", "outdated").count();
    }
}
