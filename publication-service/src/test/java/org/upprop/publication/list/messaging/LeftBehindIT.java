package org.upprop.publication.list.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.publication.list.ListCounts;
import org.upprop.publication.rebuild.Rebuild;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.messaging.SignatureRecords;

/** An instance that was away while nulls may have left the topic. */
@OnRealInfrastructure
class LeftBehindIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static volatile Duration later = Duration.ZERO;

    private final AppealSlug appeal = Appeals.newSlug();
    private final AnEntry ada = AnEntry.of("Ada").on(appeal);

    @TestBean
    private InstantSource clock;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private VerifiedHealth health;

    @BeforeEach
    void listSomebody() {
        verify(ada.listed());
        awaitTotal(1);
        listener().stop();
    }

    @AfterEach
    void readOn() {
        later = Duration.ZERO;
        listener().start();
        await().atMost(LONG).until(() -> health.health().getStatus().equals(Status.UP));
    }

    @Test
    void takesNothingBeforeTheListIsBuiltAnew() throws Exception {
        verify(AnEntry.of("Grace").on(appeal).listed());
        verify(ada.inVersion(2).listed());
        verify(ada.inVersion(3).listed());
        later = Topics.TOMBSTONES_KEPT.plusMinutes(1);

        listener().start();
        await().atMost(LONG).until(() -> health.health().getStatus().equals(Status.DOWN));
        await().atMost(LONG).during(A_WHILE).until(() -> total() == 1);

        assertThat(rebuild.start()).isTrue();
        awaitTotal(2);
        verify(AnEntry.of("Alan").on(appeal).listed());
        awaitTotal(3);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void readsOnWhereEverythingUnreadIsYoungEnough() {
        verify(ada.inVersion(2).removed());
        verify(AnEntry.of("Grace").on(appeal).listed());
        verify(AnEntry.of("Alan").on(appeal).listed());
        later = Topics.TOMBSTONES_KEPT.minusHours(1);

        listener().start();

        awaitTotal(2);
    }

    private MessageListenerContainer listener() {
        return listeners.getListenerContainer("verified");
    }

    static InstantSource clock() {
        return () -> Instant.now().plus(later);
    }

    private void verify(EntryEvent event) {
        kafka.send(SignatureRecords.entry(event, Instant.now())).join();
    }

    private void awaitTotal(long total) {
        await().atMost(LONG).until(() -> total() == total);
    }

    private long total() {
        return new ListCounts(jdbc).find(appeal).total();
    }
}
