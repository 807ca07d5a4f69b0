package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.appeal.AppealSlug;
import org.upprop.delivery.Failure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Country;
import org.upprop.signature.Display;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryId;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureVerified;

/** Every count is what counting would find, at every commit, whatever arrives and whoever is killed. */
@OnRealInfrastructure
class CountsHoldIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Instant FIRST_HOUR = Instant.parse("2022-01-12T10:00:00Z");

    private final AppealSlug appeal = Appeals.newSlug();

    @Autowired
    private ListUpdates lists;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    @RepeatedTest(2)
    void whileFourConsumersApplyInAnyOrderAndRepeatedly() {
        Random random = new Random();
        List<AppealSlug> appeals = List.of(appeal, Appeals.newSlug(), Appeals.newSlug());
        List<EntryEvent> events = livesOf(150, appeals, random);
        List<EntryEvent> arriving = new ArrayList<>(events);
        arriving.addAll(events);
        arriving.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(arriving, random);

        try (ExecutorService consumers = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Void>> work = new ArrayList<>();
            for (int from = 0; from < arriving.size(); from += 13) {
                List<EntryEvent> batch = arriving.subList(from, Math.min(from + 13, arriving.size()));
                work.add(CompletableFuture.runAsync(
                        () -> {
                            lists.apply(batch);
                            assertThat(wrongCounts(appeals)).isEmpty();
                        },
                        consumers));
            }
            CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
        }

        Map<EntryId, EntryEvent> last = new HashMap<>();
        events.forEach(event -> last.put(event.entryId(), event));
        assertThat(total(appeals))
                .isEqualTo(last.values().stream()
                        .filter(SignatureVerified.class::isInstance)
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"appeal_count", "count_part"})
    void whereAConsumerIsKilledInTheMiddleOfABatch(String waitingFor) {
        List<EntryEvent> before = people(20);
        lists.apply(before);
        List<EntryEvent> batch = new ArrayList<>(people(30));
        before.subList(0, 10).forEach(event -> batch.add(new EntryRemoved(event.entryId(), event.appeal(), 2)));

        transaction.executeWithoutResult(somebodyHoldsARow -> {
            jdbc.sql("select from " + waitingFor + " where appeal = ? for update")
                    .param(appeal.value())
                    .query((row, number) -> number)
                    .list();
            CompletableFuture<Void> killed = CompletableFuture.runAsync(
                    () -> lists.apply(batch),
                    task -> Thread.ofPlatform().daemon().start(task));
            await().atMost(LONG).until(this::killsWhoeverWaits);
            assertThatException()
                    .isThrownBy(killed::join)
                    .satisfies(failed -> assertThat(Failure.of(failed)).isEqualTo(new Failure.Outage()));
        });

        assertThat(wrongCounts(List.of(appeal))).isEmpty();
        assertThat(total(List.of(appeal))).isEqualTo(20);
        lists.apply(batch);
        assertThat(wrongCounts(List.of(appeal))).isEmpty();
        assertThat(total(List.of(appeal))).isEqualTo(40);
    }

    @Test
    void aMilestoneStaysAsItWasReachedFirst() {
        List<EntryEvent> first = people(99);
        lists.apply(first);
        assertThat(milestones()).isEmpty();

        Instant from = Instant.now();
        lists.apply(people(1));
        Map<Long, Instant> reached = milestones();
        assertThat(reached).containsOnlyKeys(100L);
        assertThat(reached.get(100L))
                .isBetween(from.minusSeconds(1), Instant.now().plusSeconds(1));

        lists.apply(first.stream()
                .<EntryEvent>map(event -> new EntryRemoved(event.entryId(), appeal, 2))
                .toList());
        assertThat(milestones()).isEqualTo(reached);
        lists.apply(people(150));
        assertThat(milestones()).isEqualTo(reached);
    }

    @Test
    void aBatchMayReachSeveralMilestones() {
        lists.apply(people(1_000));

        assertThat(milestones()).containsOnlyKeys(100L, 200L, 500L, 1_000L);
    }

    /** Every version of some entries; who they are, where, and since when changes from one to the next. */
    private static List<EntryEvent> livesOf(int entries, List<AppealSlug> appeals, Random random) {
        List<EntryEvent> events = new ArrayList<>();
        for (int entry = 0; entry < entries; entry++) {
            EntryId id = EntryId.random();
            AppealSlug appeal = appeals.get(random.nextInt(appeals.size()));
            for (int version = 1; version <= 1 + random.nextInt(6); version++) {
                events.add(
                        random.nextInt(4) == 0
                                ? new EntryRemoved(id, appeal, version)
                                : somebody(id, appeal, version, random));
            }
        }
        return events;
    }

    private static SignatureVerified somebody(EntryId id, AppealSlug appeal, long version, Random random) {
        Display display = Display.values()[random.nextInt(Display.values().length)];
        boolean hidden = display == Display.HIDDEN;
        String country = List.of("IE", "SE", "KZ").get(random.nextInt(3));
        return new SignatureVerified(
                id,
                appeal,
                version,
                SignatoryKind.values()[random.nextInt(2)],
                display,
                hidden ? null : "Somebody",
                null,
                null,
                null,
                hidden || random.nextInt(4) == 0 ? null : new Country(country),
                null,
                null,
                null,
                null,
                FIRST_HOUR.plus(Duration.ofMinutes(random.nextInt(240))),
                1,
                List.of("sv", "kk").get(random.nextInt(2)),
                List.of("direct", "gryning").get(random.nextInt(2)));
    }

    private List<EntryEvent> people(int number) {
        return IntStream.range(0, number)
                .mapToObj(person ->
                        AnEntry.of("Person " + person).on(appeal).from("IE").listed())
                .toList();
    }

    private boolean killsWhoeverWaits() {
        return jdbc.sql("""
                        select pg_terminate_backend(pid)
                        from pg_stat_activity
                        where cardinality(pg_blocking_pids(pid)) > 0 and query like '%insert into %count%'
                        """).query((row, number) -> row.getBoolean(1)).list().contains(true);
    }

    /** What is counted otherwise than it should be, all of one moment. */
    private List<String> wrongCounts(List<AppealSlug> appeals) {
        return WrongCounts.of(jdbc, appeals);
    }

    private long total(List<AppealSlug> appeals) {
        return appeals.stream()
                .flatMapToLong(slug -> jdbc.sql("select total from appeal_count where appeal = ?")
                        .param(slug.value())
                        .query((row, number) -> row.getLong(1))
                        .optional()
                        .map(LongStream::of)
                        .orElseGet(LongStream::empty))
                .sum();
    }

    private Map<Long, Instant> milestones() {
        Map<Long, Instant> found = new HashMap<>();
        jdbc.sql("select signatures, reached_at from milestone where appeal = ?")
                .param(appeal.value())
                .query(row -> {
                    found.put(row.getLong(1), row.getTimestamp(2).toInstant());
                });
        return found;
    }
}
