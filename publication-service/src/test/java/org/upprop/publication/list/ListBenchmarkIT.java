package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.appeal.AppealSlug;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.ListPlace.AfterIndividual;
import org.upprop.publication.list.ListPlace.AfterOrganisation;
import org.upprop.signature.Country;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.SignatoryKind;

/**
 * How long a long list takes to come through the topic, and how long reads of it take beside those of one of 10,000: by the
 * clock of who asks, and in the database. Each question has one process of the database, so that its time is all there is.
 */
@OnRealInfrastructure(
        properties = {
            "spring.datasource.hikari.data-source-properties.socketTimeout=600",
            "spring.datasource.hikari.data-source-properties.options=-c max_parallel_workers_per_gather=0"
        })
@Import(LongLists.class)
@EnabledIfSystemProperty(named = "upprop.benchmark", matches = "true")
class ListBenchmarkIT {

    private static final Logger LOG = LoggerFactory.getLogger(ListBenchmarkIT.class);
    private static final int ENTRIES = Integer.getInteger("upprop.benchmark.entries", 1_000_000);
    private static final int FEW = 10_000;
    private static final int MORE = 100_000;
    private static final int TIMES = 500;
    private static final int PAGE = 50;
    private static final Instant FIRST = Instant.parse("2022-01-12T10:00:00Z");

    private final Random random = new Random(5);
    private final ManyNames typed = new ManyNames(6);

    @Autowired
    private LongLists topic;

    @Autowired
    private Signatories signatories;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void readsAnyPartOfALongListWithinTwentyMilliseconds() {
        AppealSlug few = Appeals.newSlug();
        AppealSlug more = Appeals.newSlug();
        AppealSlug many = Appeals.newSlug();
        topic.load(few, FEW);
        topic.load(more, MORE);
        double rate = topic.load(many, ENTRIES);
        jdbc.sql("vacuum (analyze) entry, entry_word, entry_pair").update();

        Map<String, Took> ofFew = measured(few, FEW);
        Map<String, Took> ofMore = measured(more, MORE);
        Map<String, Took> ofMany = measured(many, ENTRIES);
        StringBuilder report = new StringBuilder(
                "%n%d entries came through the topic, %.0f a second%n%s%n".formatted(ENTRIES, rate, sizes()));
        report.append("%-34s %38s %50s%n".formatted("ms, p50 and p99", "by the clock", "in the database"));
        String sizes = " %15d %15d %15d".formatted(FEW, MORE, ENTRIES);
        report.append("%-34s%s  %s  ratios%n".formatted("names", sizes, sizes));
        ofMany.forEach((name, took) -> report.append("%-34s %s %s %s   %s %s %s %6.2f %5.2f%n"
                .formatted(
                        name,
                        times(ofFew.get(name).clock()),
                        times(ofMore.get(name).clock()),
                        times(took.clock()),
                        times(ofFew.get(name).database()),
                        times(ofMore.get(name).database()),
                        times(took.database()),
                        ratio(took, ofFew.get(name)),
                        ratio(took, ofMore.get(name)))));
        long worst = ofMany.values().stream()
                .mapToLong(took -> percentile(took.database(), 99))
                .max()
                .orElseThrow();
        LOG.info("{}", report);
        assertThat(Duration.ofNanos(worst)).isLessThan(Duration.ofMillis(20));
    }

    private Map<String, Took> measured(AppealSlug appeal, int entries) {
        Map<String, Took> measured = new LinkedHashMap<>();
        reads(appeal, entries).forEach((name, read) -> measured.put(name, measure(read)));
        return measured;
    }

    private static String times(long[] took) {
        return "%7.2f %7.2f".formatted(percentile(took, 50) / 1e6, percentile(took, 99) / 1e6);
    }

    private static double ratio(Took took, Took other) {
        return (double) percentile(took.database(), 50) / percentile(other.database(), 50);
    }

    private Map<String, Supplier<ListQuery>> reads(AppealSlug appeal, int entries) {
        Map<String, Supplier<ListQuery>> reads = new LinkedHashMap<>();
        reads.put("first page", () -> of(appeal, null, null, null, ListPlace.START));
        reads.put("deep page of people", () -> of(appeal, null, null, null, deep(entries)));
        reads.put("deep page of organisations", () -> of(appeal, null, null, null, organisation()));
        reads.put("kind", () -> of(appeal, SignatoryKind.INDIVIDUAL, null, null, ListPlace.START));
        reads.put("country", () -> of(appeal, null, "KZ", null, ListPlace.START));
        reads.put("country, deep", () -> of(appeal, null, "KZ", null, deep(entries)));
        reads.put("rare country", () -> of(appeal, null, "DZ", null, ListPlace.START));
        reads.put("country of nobody", () -> of(appeal, null, "NZ", null, ListPlace.START));
        reads.put("kind and country", () -> of(appeal, SignatoryKind.ORGANISATION, "SE", null, ListPlace.START));
        reads.put("a given name", () -> of(appeal, null, null, typed.given(), ListPlace.START));
        reads.put(
                "two letters of a given name", () -> of(appeal, null, null, start(typed.given(), 2), ListPlace.START));
        reads.put("three letters of a family name", () -> of(appeal, null, null, family(3), ListPlace.START));
        reads.put("a family name", () -> of(appeal, null, null, family(20), ListPlace.START));
        reads.put("a family name, deep", () -> of(appeal, null, null, family(20), deep(entries)));
        reads.put("nobody's name", () -> of(appeal, null, null, "zqx", ListPlace.START));
        reads.put("one letter", () -> of(appeal, null, null, start(typed.person(), 1), ListPlace.START));
        reads.put("the letter a", () -> of(appeal, null, null, "a", ListPlace.START));
        reads.put("one letter, deep", () -> of(appeal, null, null, start(typed.person(), 1), deep(entries)));
        reads.put("a whole name", () -> of(appeal, null, null, typed.person(), ListPlace.START));
        reads.put("two words of two letters", () -> of(appeal, null, null, twoWords(), ListPlace.START));
        reads.put(
                "two words of two letters, any two",
                () -> of(appeal, null, null, start(typed.given(), 2) + " " + family(2), ListPlace.START));
        reads.put("a given name and a country", () -> of(appeal, null, "KZ", typed.given(), ListPlace.START));
        reads.put(
                "one letter and any country",
                () -> of(appeal, null, country(), start(typed.person(), 1), ListPlace.START));
        reads.put(
                "one letter, organisations",
                () -> of(appeal, SignatoryKind.ORGANISATION, null, start(typed.person(), 1), ListPlace.START));
        return reads;
    }

    private static ListQuery of(
            AppealSlug appeal,
            @Nullable SignatoryKind kind,
            @Nullable String country,
            @Nullable String beginning,
            ListPlace after) {
        return new ListQuery(appeal, kind, country == null ? null : new Country(country), beginning, after, PAGE);
    }

    private ListPlace deep(int entries) {
        return new AfterIndividual(FIRST.plusSeconds(random.nextInt(entries)), new UUID(-1, -1));
    }

    private ListPlace organisation() {
        String name = "Union " + family(20);
        return new AfterOrganisation(OrganisationType.TRADE_UNION, name, name, new UUID(0, 0));
    }

    private String country() {
        return List.of("IE", "SE", "ES", "KZ", "EG", "TR", "CN", "DZ").get(random.nextInt(8));
    }

    private String family(int letters) {
        String[] words = typed.person().split(" ");
        return start(words[words.length - 1], letters);
    }

    private String twoWords() {
        String[] words = typed.person().split(" ");
        return start(words[0], 2) + " " + start(words[words.length - 1], 2);
    }

    private static String start(String word, int letters) {
        return word.substring(0, Math.min(letters, word.length()));
    }

    private Took measure(Supplier<ListQuery> queries) {
        for (int time = 0; time < TIMES / 5; time++) {
            signatories.read(queries.get());
        }
        List<Path> backends = backends();
        long[] clock = new long[TIMES];
        long[] database = new long[TIMES];
        for (int time = 0; time < TIMES; time++) {
            ListQuery query = queries.get();
            long worked = worked(backends);
            long from = System.nanoTime();
            signatories.read(query);
            clock[time] = System.nanoTime() - from;
            database[time] = worked(backends) - worked;
        }
        Arrays.sort(clock);
        Arrays.sort(database);
        return new Took(clock, database);
    }

    /** What Linux knows of the processes that serve the connections. */
    private List<Path> backends() {
        return jdbc.sql(
                        "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
                .query((row, number) -> Path.of("/proc", row.getString(1), "schedstat"))
                .list();
    }

    /** Nanoseconds of a processor. The list is in memory, so that a question waits for nothing else. */
    private static long worked(List<Path> backends) {
        long worked = 0;
        for (Path backend : backends) {
            try {
                String times = Files.readString(backend);
                worked += Long.parseLong(times.substring(0, times.indexOf(' ')));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return worked;
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private String sizes() {
        return jdbc.sql("""
                        select string_agg(relname || ' ' || pg_size_pretty(pg_relation_size(oid)), ', ' order by relname)
                        from pg_class
                        where relname like 'entry%' and relnamespace = 'list'::regnamespace
                        """).query((row, number) -> row.getString(1)).single();
    }

    /** Sorted nanoseconds: of who asked, and of processors in the database. */
    private record Took(long[] clock, long[] database) {}
}
