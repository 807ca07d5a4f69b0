package org.upprop.monitor.deadletter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.delivery.ReasonCode;
import org.upprop.event.EventHeaders;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.monitor.deadletter.DeadLetterBook;
import org.upprop.monitor.deadletter.Fate;
import org.upprop.monitor.deadletter.Filter;
import org.upprop.monitor.deadletter.Listed;
import org.upprop.monitor.deadletter.Place;
import org.upprop.monitor.deadletter.Redrive;
import org.upprop.monitor.deadletter.Selection;
import org.upprop.monitor.deadletter.web.MonitorApi;
import org.upprop.monitor.deadletter.web.MonitorApi.Answer;

@OnRealInfrastructure(properties = {"upprop.monitor.redrive.per-second=4000", "upprop.monitor.redrive.patience=1h"})
class RedriveIT {

    private static final int MANY = 10_000;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String REDRIVES = "/api/v1/redrives";
    private static final String CURRENT = "/api/v1/redrives/current";
    private static final String DISCARDS = "/api/v1/discards";

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    private KafkaConnectionDetails broker;

    @Autowired
    private DeadLetterBook book;

    @Autowired
    private Redriver redriver;

    @LocalServerPort
    private int port;

    private final String name = UUID.randomUUID() + " ";
    private RepairTopicsUnderTest topics;
    private MonitorApi monitor;

    private static @Nullable OtherMonitor another;

    @AfterAll
    static void killAnother() {
        if (another != null) {
            another.kill();
        }
    }

    @BeforeEach
    void begin() {
        topics = new RepairTopicsUnderTest(kafka, consumers);
        monitor = new MonitorApi(port);
        await().atMost(LONG).until(monitor::isReady);
    }

    @Test
    void bringsEachBackOnceThoughItsMonitorIsKilledInTheMiddle() throws Exception {
        List<Place> letters =
                topics.setAside(MANY, name, ReasonCode.APPEAL_UNKNOWN, ReasonCode.UNEXPECTED, ReasonCode.UNREADABLE);
        awaitListed(letters);
        MonitorApi killed = another().api();
        int all = killed.post(REDRIVES, "{\"all\": true, \"dryRun\": true}")
                .body()
                .path("count")
                .asInt();
        assertThat(all).isGreaterThanOrEqualTo(MANY);
        assertThat(topics.back(name)).isEmpty();

        assertThat(killed.post(REDRIVES, "{\"all\": true}").status()).isEqualTo(202);
        await().atMost(LONG).until(() -> redriven(letters) > MANY / 10);
        Answer second = monitor.post(REDRIVES, "{\"all\": true}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("redrive").path("count").asInt()).isEqualTo(all);
        another().kill();
        assertThat(topics.back(name)).hasSizeBetween(MANY / 10, MANY - 1_000);

        awaitEnd(another().api(), "done");

        assertCameBackOnce(letters);
        assertThat(topics.back(name)).allSatisfy(record -> {
            assertThat(record.value()).asString().isEqualTo("value of " + RepairTopicsUnderTest.key(record));
            assertThat(RepairTopicsUnderTest.header(record, EventHeaders.REDRIVES))
                    .isEqualTo("1");
            assertThat(RepairTopicsUnderTest.header(record, EventHeaders.APPEAL))
                    .isEqualTo("kazakhstan-2022");
            assertThat(record.headers().toArray())
                    .noneMatch(header ->
                            header.key().startsWith("kafka_dlt") || header.key().equals(EventHeaders.REASON));
        });
    }

    @Test
    void doesNoHarmWhereTwoBeginAtOnceOnTwoMonitors() throws Exception {
        List<Place> letters = topics.setAside(200, name, ReasonCode.INVALID);
        awaitListed(letters);
        String body = "{\"reason\": \"INVALID\", \"perSecond\": 100}";
        OtherMonitor other = another();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<Answer> here = () -> monitor.post(REDRIVES, body);
            Callable<Answer> there = () -> other.api().post(REDRIVES, body);
            List<Integer> answers = both.invokeAll(List.of(here, there)).stream()
                    .map(Future::resultNow)
                    .map(Answer::status)
                    .toList();

            assertThat(answers).containsExactlyInAnyOrder(202, 409);
            awaitEnd(monitor, "done");
        }
        assertCameBackOnce(letters);
    }

    @Test
    void losesNothingWhereItIsCancelled() throws Exception {
        List<Place> letters = topics.setAside(400, name, ReasonCode.HEADER_MISSING);
        awaitListed(letters);
        String slowly = "{\"reason\": \"HEADER_MISSING\", \"perSecond\": 100}";
        assertThat(monitor.post(REDRIVES, slowly).status()).isEqualTo(202);
        await().atMost(LONG).until(() -> redriven(letters) > 0);

        Answer cancelled = monitor.delete(CURRENT);

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.body().path("state").asString()).isEqualTo("cancelled");
        assertThat(monitor.delete(CURRENT).status()).isEqualTo(404);
        assertThat(monitor.get(CURRENT).body().path("left").asInt()).isPositive();

        await().atMost(LONG)
                .until(() -> monitor.post(REDRIVES, "{\"reason\": \"HEADER_MISSING\"}")
                                .status()
                        == 202);
        awaitEnd(monitor, "done");
        assertCameBackOnce(letters);
    }

    @Test
    void stopsWhereAnotherTookItsPlace() throws Exception {
        List<Place> letters = topics.setAside(300, name, ReasonCode.REFUSED_BY_DATABASE);
        awaitListed(letters);
        Redrive redrive = redrive(Set.copyOf(letters));
        AtomicInteger transactions = new AtomicInteger();

        assertThatThrownBy(() -> redriver.send(redrive, () -> {
                    if (transactions.incrementAndGet() == 2) {
                        sendAll(redrive(Set.of()));
                    }
                    return true;
                }))
                .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
        assertThat(topics.back(name)).hasSizeBetween(1, 299);

        sendAll(redrive);
        assertCameBackOnce(letters);
    }

    @Test
    void sendsNoneAFourthTime() throws Exception {
        Place third = topics.setAsideAgain(name + "third", 2);
        Place fourth = topics.setAsideAgain(name + "fourth", 3);
        awaitListed(List.of(third, fourth));
        assertThat(fates(List.of(third, fourth))).containsExactly(Fate.WAITING, Fate.QUARANTINED);

        Answer begun = monitor.post(REDRIVES, ids(third, fourth));
        assertThat(begun.body().path("count").asInt()).isOne();
        awaitEnd(monitor, "done");

        assertThat(topics.back(name)).singleElement().satisfies(record -> {
            assertThat(RepairTopicsUnderTest.key(record)).endsWith("third");
            assertThat(RepairTopicsUnderTest.header(record, EventHeaders.REDRIVES))
                    .isEqualTo("3");
            assertThat(RepairTopicsUnderTest.header(record, EventHeaders.REDRIVEN_FROM))
                    .isEqualTo(third.toString());
        });
        assertThat(monitor.post(REDRIVES, ids(fourth)).body().path("count").asInt())
                .isZero();
    }

    @Test
    void bringsNothingBackThatWasGivenUp() throws Exception {
        List<Place> letters = topics.setAside(4, name, ReasonCode.INVALID);
        Place spent = topics.setAsideAgain(name + "spent", 3);
        awaitListed(letters);
        awaitListed(List.of(spent));
        String because = ", \"because\": \"a trial\"}";
        String given = ids(letters.get(0), spent).replace("}", because);

        assertThat(monitor.post(DISCARDS, given.replace("}", ", \"dryRun\": true}"))
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(fates(List.of(letters.get(0), spent))).containsExactly(Fate.WAITING, Fate.QUARANTINED);
        assertThat(monitor.post(DISCARDS, given).body().path("count").asInt()).isEqualTo(2);
        assertThat(fates(List.of(letters.get(0), spent))).containsOnly(Fate.DISCARDED);

        monitor.post(REDRIVES, ids(letters.toArray(Place[]::new)));
        awaitEnd(monitor, "done");
        assertCameBackOnce(letters.subList(1, 4));
        assertThat(topics.back(name)).hasSize(3);
    }

    /** A monitor besides that of the test; a new one where it was killed. */
    private OtherMonitor another() throws Exception {
        if (another == null || !another.isAlive()) {
            another = OtherMonitor.start(
                    String.join(",", broker.getBootstrapServers()),
                    "--upprop.monitor.redrive.per-second=4000",
                    "--upprop.monitor.redrive.patience=2s");
        }
        return another;
    }

    private Redrive redrive(Set<Place> letters) {
        return new Redrive(
                UUID.randomUUID(), Instant.now(), "anna", book.now(new Selection.These(letters)), 400, letters.size());
    }

    private void sendAll(Redrive redrive) {
        try {
            assertThat(redriver.send(redrive, () -> true)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitListed(Collection<Place> letters) {
        await().atMost(LONG)
                .until(() -> listed().stream()
                        .map(listed -> listed.letter().id())
                        .collect(Collectors.toSet())
                        .containsAll(letters));
    }

    private static void awaitEnd(MonitorApi api, String state) {
        await().atMost(LONG)
                .until(() -> api.get(CURRENT).body().path("state").asString().equals(state));
    }

    private long redriven(Collection<Place> letters) {
        Set<Place> asked = new HashSet<>(letters);
        return listed().stream()
                .filter(listed -> listed.fate() == Fate.REDRIVEN
                        && asked.contains(listed.letter().id()))
                .count();
    }

    private List<Fate> fates(List<Place> letters) {
        return letters.stream()
                .flatMap(id -> listed().stream()
                        .filter(listed -> listed.letter().id().equals(id))
                        .map(Listed::fate))
                .toList();
    }

    private List<Listed> listed() {
        return book.part(new Filter(null, null, null), null, Integer.MAX_VALUE);
    }

    private void assertCameBackOnce(Collection<Place> letters) {
        List<ConsumerRecord<byte[], byte[]>> back = topics.back(name);
        assertThat(back)
                .extracting(record -> RepairTopicsUnderTest.header(record, EventHeaders.REDRIVEN_FROM))
                .containsExactlyInAnyOrderElementsOf(
                        letters.stream().map(Place::toString).toList());
        assertThat(back).extracting(RepairTopicsUnderTest::key).doesNotHaveDuplicates();
    }

    private static String ids(Place... places) {
        return "{\"ids\": [%s]}"
                .formatted(List.of(places).stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")));
    }
}
