package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.appeal.AppealSlug;
import org.upprop.delivery.Failure;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Display;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryId;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureVerified;

@OnRealInfrastructure
class ListUpdatesIT {

    private static final String WRONG_COUNTS = """
            select count(*)
            from unnest(?::text[]) as asked (appeal)
            left join appeal_count using (appeal)
            cross join lateral (
                select
                    count(*) filter (where kind = 'INDIVIDUAL') as individuals,
                    count(*) filter (where kind = 'ORGANISATION') as organisations,
                    count(*) filter (where kind is not null and display = 'HIDDEN') as hidden
                from entry
                where entry.appeal = asked.appeal) as counted
            where (coalesce(appeal_count.individuals, 0), coalesce(appeal_count.organisations, 0),
                    coalesce(appeal_count.hidden, 0))
                <> (counted.individuals, counted.organisations, counted.hidden)
            """;

    private final AppealSlug appeal = Appeals.newSlug();

    @Autowired
    private ListUpdates lists;

    @Autowired
    private Signatories signatories;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Infrastructure infrastructure;

    @RepeatedTest(3)
    void countsEqualTheEntriesAtEveryCommitWhateverOrderTheyComeIn() {
        Random random = new Random();
        AppealSlug other = Appeals.newSlug();
        List<EntryEvent> events = livesOf(60, List.of(appeal, other), random);
        Map<EntryId, EntryEvent> last = new HashMap<>();
        events.forEach(event -> last.put(event.entryId(), event));
        List<EntryEvent> arriving = new ArrayList<>(events);
        arriving.addAll(events);
        arriving.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(arriving, random);

        applyInBatches(arriving, 6, () -> assertThat(wrongCounts(appeal, other)).isZero());

        assertThat(last.values())
                .allSatisfy(event ->
                        assertThat(stateOf(event.entryId())).isEqualTo(new State(event.version(), nameIn(event))));
        long onTheLists = last.values().stream()
                .filter(SignatureVerified.class::isInstance)
                .count();
        assertThat(total(appeal) + total(other)).isEqualTo(onTheLists);
    }

    @Test
    void aRemovedEntryStaysOffWhateverArrivesLater() {
        AnEntry ada = AnEntry.of("Ada").on(appeal);
        lists.apply(List.of(ada.listed()));

        lists.apply(List.of(ada.inVersion(3).removed()));
        lists.apply(List.of(ada.inVersion(2).listed(), ada.listed()));

        assertThat(names()).isEmpty();
        assertThat(total(appeal)).isZero();
        assertThat(stateOf(ada.id())).isEqualTo(new State(3, null));
    }

    @Test
    void anEntryThatWasRemovedBeforeItArrivedNeverComes() {
        AnEntry ada = AnEntry.of("Ada").on(appeal);

        lists.apply(List.of(ada.inVersion(2).removed()));
        lists.apply(List.of(ada.listed()));

        assertThat(names()).isEmpty();
        assertThat(count(appeal).isBegun()).isFalse();
    }

    @Test
    void anEntryMayComeBackInALaterVersion() {
        AnEntry ada = AnEntry.of("Ada").on(appeal);
        lists.apply(List.of(ada.listed(), ada.inVersion(2).removed()));

        lists.apply(List.of(ada.inVersion(3).named("Ada L.").listed()));

        assertThat(names()).containsExactly("Ada L.");
        assertThat(total(appeal)).isOne();
    }

    @Test
    void aHiddenEntryIsCountedAndNeverListed() {
        AnEntry ada = AnEntry.of("Ada").on(appeal);
        lists.apply(List.of(ada.listed()));

        lists.apply(List.of(ada.inVersion(2).shown(Display.HIDDEN).listed()));

        assertThat(names()).isEmpty();
        assertThat(count(appeal)).satisfies(count -> {
            assertThat(count.total()).isOne();
            assertThat(count.individuals()).isOne();
            assertThat(count.hidden()).isOne();
        });
    }

    @Test
    void everyChangeOfAListRaisesItsRevisionAndNothingElseDoes() {
        AnEntry ada = AnEntry.of("Ada").on(appeal);
        lists.apply(List.of(ada.listed()));
        long first = revision();

        lists.apply(List.of(ada.listed()));
        assertThat(revision()).isEqualTo(first);

        lists.apply(List.of(ada.inVersion(2).named("Ada L.").listed()));
        assertThat(revision()).isGreaterThan(first);
        assertThat(total(appeal)).isOne();
    }

    @Test
    void aListThatIsBuiltAnewNeverRepeatsARevision() {
        AnEntry ada = AnEntry.of("Ada").on(appeal);
        lists.apply(List.of(ada.listed()));
        long old = revision();

        jdbc.sql("delete from entry where appeal = ?").param(appeal.value()).update();
        jdbc.sql("delete from appeal_count where appeal = ?")
                .param(appeal.value())
                .update();
        lists.apply(List.of(ada.listed()));

        assertThat(revision()).isGreaterThan(old);
    }

    @Test
    void aDatabaseThatGoesAwayInATransactionIsAnOutage() {
        AnEntry ada = AnEntry.of("Ada").on(appeal);
        lists.apply(List.of(ada.listed()));

        infrastructure.pausePostgres();

        assertThatException()
                .isThrownBy(() -> lists.apply(List.of(ada.inVersion(2).listed())))
                .satisfies(failed -> assertThat(Failure.of(failed)).isEqualTo(new Failure.Outage()));
    }

    /** Every version of some entries, in order. */
    private static List<EntryEvent> livesOf(int entries, List<AppealSlug> appeals, Random random) {
        List<EntryEvent> events = new ArrayList<>();
        for (int number = 0; number < entries; number++) {
            AnEntry entry = AnEntry.of("Entry " + number)
                    .on(appeals.get(random.nextInt(appeals.size())))
                    .as(random.nextInt(4) == 0 ? SignatoryKind.ORGANISATION : SignatoryKind.INDIVIDUAL)
                    .later(Duration.ofMinutes(number));
            for (int version = 1; version <= 1 + random.nextInt(6); version++) {
                AnEntry now = entry.inVersion(version)
                        .named("Entry " + number + " in version " + version)
                        .shown(Display.values()[random.nextInt(3)]);
                events.add(random.nextInt(4) == 0 ? now.removed() : now.listed());
            }
        }
        return events;
    }

    private void applyInBatches(List<EntryEvent> events, int threads, Runnable afterEachCommit) {
        try (ExecutorService consumers = Executors.newFixedThreadPool(threads)) {
            List<CompletableFuture<Void>> work = new ArrayList<>();
            for (int from = 0; from < events.size(); from += 17) {
                List<EntryEvent> batch = events.subList(from, Math.min(from + 17, events.size()));
                work.add(CompletableFuture.runAsync(
                        () -> {
                            lists.apply(batch);
                            afterEachCommit.run();
                        },
                        consumers));
            }
            CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
        }
    }

    private long wrongCounts(AppealSlug... appeals) {
        String[] slugs = List.of(appeals).stream().map(AppealSlug::value).toArray(String[]::new);
        return jdbc.sql(WRONG_COUNTS)
                .param(slugs)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private long total(AppealSlug slug) {
        return count(slug).total();
    }

    private long revision() {
        return count(appeal).revision();
    }

    private ListCount count(AppealSlug slug) {
        return new ListCounts(jdbc).find(slug);
    }

    private List<String> names() {
        return signatories.read(ListQuery.everybody(appeal, ListPlace.START, 100)).signatories().stream()
                .map(ListedSignatory::name)
                .toList();
    }

    private State stateOf(EntryId id) {
        return jdbc.sql("select version, name from entry where entry_id = ?")
                .param(id.value())
                .query((row, number) -> new State(row.getLong("version"), row.getString("name")))
                .single();
    }

    private static @Nullable String nameIn(EntryEvent event) {
        return event instanceof SignatureVerified verified ? verified.name() : null;
    }

    private record State(long version, @Nullable String name) {}
}
