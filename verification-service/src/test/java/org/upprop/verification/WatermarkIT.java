package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.SignatureId;
import org.upprop.signature.VerifiedEvent;
import org.upprop.signature.Watermark;
import org.upprop.signature.messaging.SignatureRecords;
import org.upprop.verification.list.Entries;
import org.upprop.verification.list.Outbox;
import org.upprop.verification.signature.ChosenDisplay;

/** Whatever a watermark says is true, of every record ahead of it and of every one that comes after it. */
@OnRealInfrastructure(properties = "upprop.fingerprint.secret=" + WatermarkIT.SECRET)
@TestPropertySource(
        properties = {
            WatermarkIT.SMALL_BATCHES,
            WatermarkIT.SHORT_WINDOWS,
            WatermarkIT.SHORT_LEASE,
            WatermarkIT.OFTEN_LOOKED,
            WatermarkIT.OFTEN_WHILE_BUSY,
            WatermarkIT.SELDOM_WHILE_IDLE
        })
class WatermarkIT {

    static final String SECRET = "dGhpcnR5LXR3byBieXRlcywgb3Igc29tZSBtb3JlIG9mIHRoZW0=";
    static final String SMALL_BATCHES = "upprop.relay.batch=7";
    static final String SHORT_WINDOWS = "upprop.relay.hold=1s";
    static final String SHORT_LEASE = "upprop.relay.lease=1s";
    static final String OFTEN_LOOKED = "upprop.relay.poll=50ms";
    static final String OFTEN_WHILE_BUSY = "upprop.relay.watermark=100ms";
    static final String SELDOM_WHILE_IDLE = "upprop.relay.idle-watermark=2s";

    private static final Logger LOG = LoggerFactory.getLogger(WatermarkIT.class);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int WRITERS = 6;
    private static final int ACTS = Integer.getInteger("upprop.watermark.acts", 120);
    private static final long SEED = Long.getLong("upprop.watermark.seed", 2022);

    private final AppealSlug appeal = new AppealSlug("marks-" + UUID.randomUUID());

    @Autowired
    Entries entries;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    KafkaConnectionDetails broker;

    @Autowired
    JdbcConnectionDetails database;

    @Test
    void everythingThatWasDueBeforeAWatermarkStandsAheadOfIt() throws Exception {
        Collection<Due> due = new ConcurrentLinkedQueue<>();
        try (var other = AnotherInstance.beside(
                        broker,
                        database,
                        "--upprop.fingerprint.secret=" + SECRET,
                        "--" + SMALL_BATCHES,
                        "--" + SHORT_WINDOWS,
                        "--" + SHORT_LEASE,
                        "--" + OFTEN_LOOKED,
                        "--" + OFTEN_WHILE_BUSY);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = new ArrayList<>();
            for (int n = 0; n < WRITERS; n++) {
                Writer writer = new Writer(new SplittableRandom(SEED + n), due);
                writing.add(writers.submit(writer::write));
            }
            while (writing.stream().anyMatch(writer -> !writer.isDone())) {
                letAnotherRelayHaveTheLease();
                Thread.sleep(150);
            }
            for (Future<?> writer : writing) {
                writer.get();
            }
        }
        Instant last = due.stream().map(Due::at).max(Comparator.naturalOrder()).orElseThrow();
        await().atMost(LONG).until(() -> latest(VerifiedTopic.read(consumers)), mark -> mark.isAfter(last));

        VerifiedTopic topic = VerifiedTopic.read(consumers);
        assertIsTrue(topic, due);
        Watermark whole = topic.watermarks(0).stream()
                .max(Comparator.comparing(Watermark::at))
                .orElseThrow();
        assertThat(whole.due().get(appeal.value())).isEqualTo(onList());
    }

    @Test
    void staysBehindWhoeverHasNotCommittedYet() throws Exception {
        SignatureId late = AnEntry.of(appeal, jdbc, entries);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch longEnough = new CountDownLatch(1);
        try (ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Due> writing = writer.submit(() -> transaction.execute(status -> {
                entries.list(late, false);
                Due due = due(late);
                written.countDown();
                awaitUninterruptibly(longEnough);
                return due;
            }));
            written.await();
            SignatureId another = AnEntry.of(appeal, jdbc, entries);
            entries.list(another, false);
            String key = entryOf(another);
            await().atMost(LONG)
                    .until(() -> !VerifiedTopic.read(consumers).under(key).isEmpty());
            Thread.sleep(1_000);
            VerifiedTopic before = VerifiedTopic.read(consumers);
            longEnough.countDown();
            Due due = writing.get();

            assertThat(latest(before)).isBefore(due.at());
            await().atMost(LONG).until(() -> latest(VerifiedTopic.read(consumers)), mark -> mark.isAfter(due.at()));
            assertIsTrue(VerifiedTopic.read(consumers), List.of(due));
        }
    }

    @Test
    void saysItOftenWhileBusyAndSeldomWhileIdle() throws Exception {
        await().atMost(LONG).until(() -> outbox.size() == 0);
        Thread.sleep(500);
        Instant idle = Instant.now();
        Thread.sleep(5_000);
        Instant busy = Instant.now();
        while (Instant.now().isBefore(busy.plusSeconds(5))) {
            entries.list(AnEntry.of(appeal, jdbc, entries), false);
            Thread.sleep(20);
        }
        Instant end = Instant.now();

        List<Instant> times = VerifiedTopic.read(consumers).watermarks(3).stream()
                .map(Watermark::at)
                .distinct()
                .toList();
        assertThat(times.stream().filter(at -> at.isAfter(idle) && at.isBefore(busy)))
                .hasSizeBetween(1, 4);
        assertThat(times.stream().filter(at -> at.isAfter(busy) && at.isBefore(end)))
                .hasSizeBetween(12, 51);
    }

    /** At whatever moment somebody had read up to a watermark, they would have had all that it says. */
    private static void assertIsTrue(VerifiedTopic topic, Collection<Due> due) {
        Map<String, Long> told = new HashMap<>();
        Set<Instant> marks = new HashSet<>();
        topic.records().forEach(record -> {
            VerifiedEvent said = SignatureRecords.readVerified(record).orElseThrow();
            if (said instanceof EntryEvent event) {
                told.merge(event.entryId().toString(), event.version(), Math::max);
            }
            if (said instanceof Watermark mark) {
                marks.add(mark.at());
                due.stream()
                        .filter(one -> one.at().isBefore(mark.at()))
                        .filter(one -> VerifiedTopic.partitionOf(one.entry()) == record.partition())
                        .forEach(one -> assertThat(told.getOrDefault(one.entry(), 0L))
                                .as(
                                        "%s, of which version %d was due at %s, at the watermark %s",
                                        one.entry(), one.version(), one.at(), mark.at())
                                .isGreaterThanOrEqualTo(one.version()));
            }
        });
        List<Instant> between = marks.stream()
                .filter(at -> due.stream().anyMatch(one -> one.at().isBefore(at)))
                .filter(at ->
                        due.size() == 1 || due.stream().anyMatch(one -> one.at().isAfter(at)))
                .toList();
        LOG.info("{} times of watermarks among {} states that were due", between.size(), due.size());
        assertThat(between).hasSizeGreaterThan(due.size() == 1 ? 0 : 3);
    }

    /** The earliest of the latest of the partitions, as a reader has it. */
    private static Instant latest(VerifiedTopic topic) {
        return IntStream.range(0, Topics.SIGNATURE_PARTITIONS)
                .mapToObj(partition -> topic.watermarks(partition).stream()
                        .map(Watermark::at)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void letAnotherRelayHaveTheLease() {
        jdbc.sql("update relay_lease set holder = gen_random_uuid(), until = '-infinity'")
                .update();
    }

    private long onList() {
        return jdbc.sql("select count(*) from entry where on_list and appeal = ?")
                .param(appeal.value())
                .query(Long.class)
                .single();
    }

    private String entryOf(SignatureId id) {
        return jdbc.sql("select entry_id::text from entry where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    /** What is due of it now that it was written. */
    private Due due(SignatureId id) {
        return jdbc.sql("select entry_id, version, changed_at, publish_after from entry where signature_id = ?")
                .param(id.value())
                .query(WatermarkIT::due)
                .single();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        OffsetDateTime held = row.getObject("publish_after", OffsetDateTime.class);
        return held == null
                ? new Due(
                        row.getString("entry_id"),
                        row.getLong("version"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant())
                : new Due(row.getString("entry_id"), row.getLong("version") + 1, held.toInstant());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A state of an entry that the list was to be told from a time on. */
    private record Due(String entry, long version, Instant at) {}

    /** Writes entries of its own, and takes its time to commit. */
    private final class Writer {

        private final SplittableRandom random;
        private final Collection<Due> due;
        private final List<SignatureId> mine = new ArrayList<>();

        Writer(SplittableRandom random, Collection<Due> due) {
            this.random = random;
            this.due = due;
        }

        void write() {
            for (int n = 0; n < ACTS; n++) {
                transaction.execute(status -> {
                    Optional<Due> written = act();
                    thinkFor(random.nextInt(200) == 0 ? 400 : random.nextInt(60));
                    if (random.nextInt(10) == 0) {
                        status.setRollbackOnly();
                    } else {
                        written.ifPresent(due::add);
                    }
                    return null;
                });
            }
        }

        private Optional<Due> act() {
            int what = random.nextInt(10);
            if (what < 5 || mine.isEmpty()) {
                SignatureId id = AnEntry.of(appeal, jdbc, entries);
                boolean held = random.nextInt(4) == 0;
                entries.list(id, held);
                if (!held) {
                    mine.add(id);
                }
                return Optional.of(due(id));
            }
            SignatureId id = mine.get(random.nextInt(mine.size()));
            switch (what) {
                case 5, 6 -> entries.change(id, AnEntry.shown(ChosenDisplay.values()[random.nextInt(4)]));
                case 7 -> entries.takeOff(id);
                case 8 -> entries.list(id, false);
                default -> entries.remove(id);
            }
            return jdbc.sql("select entry_id, version, changed_at, publish_after from entry"
                            + " where signature_id = ? and version > published_version")
                    .param(id.value())
                    .query(WatermarkIT::due)
                    .optional();
        }

        private void thinkFor(int millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
