package org.upprop.publication.list.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealBooks;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.count.PublicCount;
import org.upprop.delivery.messaging.TopicFollower;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.PublicationService;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.publication.list.CountOutbox;
import org.upprop.publication.list.CountRelayProperties;
import org.upprop.publication.list.ListUpdates;
import org.upprop.signature.Display;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryRemoved;

@OnRealInfrastructure
@ExtendWith(OutputCaptureExtension.class)
class CountRelayIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SOME_LOOKS = Duration.ofSeconds(4);

    private final AppealSlug appeal = Appeals.newSlug();
    private final List<PublicCount> told = new CopyOnWriteArrayList<>();

    @Autowired
    ListUpdates lists;

    @Autowired
    CountOutbox outbox;

    @Autowired
    CountRelay relay;

    @Autowired
    CountRelayHealth health;

    @Autowired
    CountRelayProperties properties;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    AppealBook appeals;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Infrastructure infrastructure;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    KafkaConnectionDetails broker;

    private @Nullable TopicFollower follower;

    @BeforeEach
    void follow() {
        await().atMost(LONG).until(appeals::isComplete);
        follower = new TopicFollower(Topics.COUNTS, consumers.getConfigurationProperties(), this::hear);
    }

    @AfterEach
    void stopFollowing() {
        if (follower != null) {
            follower.close();
        }
        if (!relay.isRunning()) {
            relay.start();
        }
    }

    @Test
    void tellsWhatTheListCountsAlsoWhenANameIsTakenBack() {
        publish(1, false);
        AnEntry ada = aPerson("Ada");
        lists.apply(List.of(
                ada.listed(),
                aPerson("Nobody").shown(Display.HIDDEN).listed(),
                AnEntry.ofOrganisation("Dockers").on(appeal).listed()));
        awaitTold(3L, 2L, 1L, 1L);

        lists.apply(List.of(ada.inVersion(2).removed()));

        awaitTold(2L, 1L, 1L, 1L);
        assertThat(latest().revision()).isEqualTo(revision());
        assertThat(outbox.ahead(appeals.all(), Duration.ofHours(1), 100))
                .extracting(PublicCount::slug)
                .doesNotContain(appeal);
    }

    @Test
    void keepsBackSmallNumbersAndAllPartsFromWhenTheSignatoriesAreAtRisk() {
        publish(1, false);
        lists.apply(people(9));
        awaitTold(9L, 9L, 0L, 0L);

        publish(2, true);
        awaitTold(null, null, null, null);
        lists.apply(people(1));
        awaitTold(10L, null, null, null);

        publish(3, false);
        awaitTold(10L, 10L, 0L, 0L);
    }

    @Test
    void tellsNothingBeforeItKnowsWhetherTheSignatoriesAreAtRisk() {
        lists.apply(people(3));
        await().during(SOME_LOOKS).atMost(LONG).until(told::isEmpty);

        publish(1, true);
        await().atMost(LONG).until(() -> !told.isEmpty());

        assertThat(told).extracting(PublicCount::total).containsOnlyNulls();
    }

    @Test
    void tellsNoCountWholeWhileItsRowDoesNotKnowYetThatTheSignatoriesAreAtRisk() {
        publish(1, false);
        lists.apply(people(3));
        awaitTold(3L, 3L, 0L, 0L);
        relay.stop();
        lists.apply(people(1));
        publish(2, true);

        transaction.executeWithoutResult(aBatchHoldsTheRow -> {
            jdbc.sql("select from appeal_count where appeal = ? for update")
                    .param(appeal.value())
                    .query((row, number) -> number)
                    .list();
            relay.start();
            await().during(SOME_LOOKS).atMost(LONG).until(() -> told.size() == 1);
        });

        awaitTold(null, null, null, null);
    }

    @Test
    void tellsNothingWhileAnInstanceHasNotReadAllAppeals() {
        publish(1, false);
        lists.apply(people(3));
        awaitTold(3L, 3L, 0L, 0L);
        relay.stop();
        lists.apply(people(1));
        AppealBook readSome = AppealBooks.inTheMiddleOfReading(Appeals.inRevision(1, appeal, false));
        CountRelay started = new CountRelay(outbox, readSome, kafka, properties);

        started.start();
        await().during(SOME_LOOKS).atMost(LONG).until(() -> told.size() == 1);
        started.stop();
    }

    @Test
    void catchesUpAfterAnOutageOfTheBroker() {
        publish(1, false);
        lists.apply(people(1));
        awaitTold(1L, 1L, 0L, 0L);

        infrastructure.pauseKafka();
        for (int batch = 0; batch < 20; batch++) {
            lists.apply(people(2));
        }
        infrastructure.resumeKafka();

        awaitTold(41L, 41L, 0L, 0L);
    }

    @Test
    void alertsWhileCountsCannotBeToldAndComplainsOnceAMinute(CapturedOutput log) {
        await().atMost(LONG).until(() -> health().equals(Status.UP));
        relay.stop();
        assertThat(health()).isEqualTo(Status.DOWN);
        relay.start();
        await().atMost(LONG).until(() -> health().equals(Status.UP));

        jdbc.sql("alter table appeal_count rename to appeal_count_away").update();
        try {
            await().atMost(LONG).until(() -> health().equals(Status.DOWN));
            await().during(SOME_LOOKS).atMost(LONG).until(() -> health().equals(Status.DOWN));
        } finally {
            jdbc.sql("alter table appeal_count_away rename to appeal_count").update();
        }

        await().atMost(LONG).until(() -> health().equals(Status.UP));
        assertThat(log.getAll()).containsOnlyOnce("The counts cannot be told").contains("The counts are told again");
    }

    @Test
    void tellsManyChangesWithinASecondAsFew() {
        publish(1, false);
        for (int batch = 0; batch < 200; batch++) {
            lists.apply(people(1));
        }
        long from = System.nanoTime();
        awaitTold(200L, 200L, 0L, 0L);

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
        assertThat(told).hasSizeLessThan(40);
    }

    @Test
    void putsTheNewestLastWhereAnOldOneCameAfterIt() {
        publish(1, false);
        lists.apply(people(1));
        awaitTold(1L, 1L, 0L, 0L);
        PublicCount old = latest();
        lists.apply(people(1));
        awaitTold(2L, 2L, 0L, 0L);

        outbox.told(old);

        await().atMost(LONG).until(() -> told.size() == 3);
        assertThat(told.getLast().total()).isEqualTo(2);
    }

    @Test
    void tellsACountAgainThatWasLastToldLongAgo() {
        publish(1, false);
        lists.apply(people(1));
        awaitTold(1L, 1L, 0L, 0L);

        jdbc.sql("update appeal_count set published_at = now() - interval '2 hours' where appeal = ?")
                .param(appeal.value())
                .update();

        await().atMost(LONG).until(() -> told.size() == 2);
        assertThat(told.getLast()).isEqualTo(told.getFirst());
    }

    @Test
    void losesNothingWhereTwoInstancesTellAndOneIsKilled() throws Exception {
        publish(1, false);
        List<EntryEvent> everybody = people(300);
        Process other = anotherInstance();
        try {
            lists.apply(everybody.subList(0, 1));
            relay.stop();
            lists.apply(everybody.subList(1, 2));
            await().atMost(LONG).until(() -> !told.isEmpty() && latest().total() == 2);
            relay.start();
            for (int person = 2; person < 300; person++) {
                lists.apply(everybody.subList(person, person + 1));
                if (person == 200) {
                    other.destroyForcibly();
                }
            }
            lists.apply(List.of(removed(everybody.getFirst())));
        } finally {
            other.destroyForcibly().waitFor();
        }

        awaitTold(299L, 299L, 0L, 0L);
        await().atMost(LONG).untilAsserted(() -> assertThat(told.getLast()).isEqualTo(latest()));
    }

    private void publish(long revision, boolean atRisk) {
        kafka.send(AppealRecords.present(Appeals.inRevision(revision, appeal, atRisk)))
                .join();
        await().atMost(LONG)
                .until(() -> appeals.find(appeal).map(Appeal::revision).orElse(0L) == revision);
    }

    private AnEntry aPerson(String name) {
        return AnEntry.of(name).on(appeal);
    }

    private List<EntryEvent> people(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> aPerson("Person " + index).listed())
                .toList();
    }

    private EntryEvent removed(EntryEvent entry) {
        return new EntryRemoved(entry.entryId(), appeal, entry.version() + 1);
    }

    private void hear(ConsumerRecord<byte[], byte[]> record) {
        // other tests write what is no count
        if (new String(record.key(), StandardCharsets.UTF_8).equals(appeal.value())) {
            told.add(EventJson.read(record.value(), PublicCount.class));
        }
    }

    private void awaitTold(
            @Nullable Long total, @Nullable Long individuals, @Nullable Long organisations, @Nullable Long hidden) {
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(told).isNotEmpty();
            PublicCount latest = latest();
            assertThat(new Long[] {latest.total(), latest.individuals(), latest.organisations(), latest.hidden()})
                    .containsExactly(total, individuals, organisations, hidden);
        });
    }

    /** What a reader keeps. */
    private PublicCount latest() {
        return told.stream().max(Comparator.comparing(PublicCount::revision)).orElseThrow();
    }

    private Status health() {
        return Objects.requireNonNull(health.health()).getStatus();
    }

    private long revision() {
        return jdbc.sql("select revision from appeal_count where appeal = ?")
                .param(appeal.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private Process anotherInstance() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PublicationService.class.getName(),
                "--server.port=0",
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--spring.kafka.bootstrap-servers=" + String.join(",", broker.getBootstrapServers()),
                "--spring.kafka.consumer.group-id=another"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/another-instance.log"))
                .start();
    }
}
