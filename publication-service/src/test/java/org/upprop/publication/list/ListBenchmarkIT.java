package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
 * How long a long list takes to come through the topic, how long reads of it take beside those of one of 10,000, and
 * what reads at full rate cost whoever writes.
 */
@OnRealInfrastructure(properties = "spring.datasource.hikari.data-source-properties.socketTimeout=600")
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

    @LocalServerPort
    private int port;

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
        jdbc.sql("vacuum (analyze) entry, entry_word").update();

        Map<String, long[]> ofFew = measured(few, FEW);
        Map<String, long[]> ofMore = measured(more, MORE);
        Map<String, long[]> ofMany = measured(many, ENTRIES);
        StringBuilder report = new StringBuilder(
                "%n%d entries came through the topic, %.0f a second%n%s%n".formatted(ENTRIES, rate, sizes()));
        report.append("%-36s %16s %16s %16s %6s %6s%n"
                .formatted("ms, p50 and p99", "of " + FEW, "of " + MORE, "of " + ENTRIES, "ratio", "ratio"));
        ofMany.forEach((name, took) -> report.append("%-36s %s %s %s %6.2f %6.2f%n"
                .formatted(
                        name,
                        times(ofFew.get(name)),
                        times(ofMore.get(name)),
                        times(took),
                        ratio(took, ofFew.get(name)),
                        ratio(took, ofMore.get(name)))));
        long worst = ofMany.values().stream()
                .mapToLong(took -> percentile(took, 99))
                .max()
                .orElseThrow();
        LOG.info("{}", report);
        LOG.info("{}", besideEachOther());
        assertThat(Duration.ofNanos(worst)).isLessThan(Duration.ofMillis(20));
    }

    private Map<String, long[]> measured(AppealSlug appeal, int entries) {
        Map<String, long[]> measured = new LinkedHashMap<>();
        reads(appeal, entries).forEach((name, read) -> measured.put(name, measure(read)));
        return measured;
    }

    private static String times(long[] took) {
        return "%8.2f %7.2f".formatted(percentile(took, 50) / 1e6, percentile(took, 99) / 1e6);
    }

    private static double ratio(long[] took, long[] other) {
        return (double) percentile(took, 50) / percentile(other, 50);
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

    /** Sorted nanoseconds. */
    private long[] measure(Supplier<ListQuery> queries) {
        for (int time = 0; time < TIMES / 5; time++) {
            signatories.read(queries.get());
        }
        long[] took = new long[TIMES];
        for (int time = 0; time < TIMES; time++) {
            ListQuery query = queries.get();
            long from = System.nanoTime();
            signatories.read(query);
            took[time] = System.nanoTime() - from;
        }
        Arrays.sort(took);
        return took;
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

    /**
     * Readers and writers share the processors of this machine. So what they cost each other is told beside what a server
     * that does nothing but send the same bytes costs them and is cost.
     */
    private String besideEachOther() {
        int entries = Math.max(FEW, ENTRIES / 10);
        AppealSlug written = topic.publish();
        double writesAlone = topic.load(written, entries);
        URI list = URI.create("http://localhost:%d/api/v1/appeals/%s/signatories".formatted(port, written));
        double readsAlone = readsASecond(list, () -> sleep(Duration.ofSeconds(5)));
        BesideEachOther ofList = besideEachOther(list, written, entries);
        HttpServer nothing = sending(read(list));
        try {
            URI bare = URI.create(
                    "http://localhost:%d/".formatted(nothing.getAddress().getPort()));
            double bareAlone = readsASecond(bare, () -> sleep(Duration.ofSeconds(5)));
            BesideEachOther ofNothing = besideEachOther(bare, written, entries);
            return """

                    a second                        first pages     the same bytes, of a server that does nothing
                    reads, alone                    %11.0f %11.0f
                    reads, while the list is written%11.0f %11.0f
                    rows written while that is read %11.0f %11.0f, and %.0f alone
                    """.formatted(
                            readsAlone,
                            bareAlone,
                            ofList.reads(),
                            ofNothing.reads(),
                            ofList.writes(),
                            ofNothing.writes(),
                            writesAlone);
        } finally {
            nothing.stop(0);
        }
    }

    private BesideEachOther besideEachOther(URI read, AppealSlug written, int entries) {
        double[] writes = new double[1];
        double reads = readsASecond(read, () -> writes[0] = topic.load(written, entries));
        return new BesideEachOther(reads, writes[0]);
    }

    private static HttpServer sending(byte[] bytes) {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else it waits 40 ms for the last packet of each
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, bytes.length);
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write(bytes);
                }
            });
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] read(URI address) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As fast as one reader can, over HTTP. */
    private static double readsASecond(URI address, Runnable meanwhile) {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        AtomicLong reads = new AtomicLong();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            try (HttpClient http = HttpClient.newHttpClient()) {
                while (goesOn.get()) {
                    assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                            .isEqualTo(200);
                    reads.incrementAndGet();
                }
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
        long from = System.nanoTime();
        meanwhile.run();
        double seconds = (System.nanoTime() - from) / 1e9;
        goesOn.set(false);
        reader.join();
        return reads.get() / seconds;
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private record BesideEachOther(double reads, double writes) {}
}
