package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.upprop.appeal.AppealSlug;
import org.upprop.infrastructure.test.OnRealInfrastructure;

/**
 * What reads at full rate cost who writes the list, and writing costs them, in two instances that share the database. Each
 * side has a processor of its own, as far as that goes with two: the broker and the database are with who writes. Such
 * processors may be two threads of one core, so what reads cost is told beside what any work on the other one costs.
 */
@OnRealInfrastructure
@Import(LongLists.class)
@EnabledIfSystemProperty(named = "upprop.benchmark", matches = "true")
class BesideEachOtherBenchmarkIT {

    private static final Logger LOG = LoggerFactory.getLogger(BesideEachOtherBenchmarkIT.class);
    private static final int ENTRIES = 100_000;
    private static final int ROUNDS = 3;
    private static final Duration ALONE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    private LongLists topic;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private KafkaConnectionDetails broker;

    @Autowired
    private JdbcConnectionDetails database;

    @LocalServerPort
    private int port;

    @Test
    void readsAndWritesHardlyCostEachOtherAnything() throws Exception {
        AppealSlug appeal = topic.publish();
        topic.load(appeal, ENTRIES);
        listeners.stop();
        Process writer = startWriter();
        try {
            topic.load(appeal, ENTRIES); // by the writer, which is warm then
            URI list = URI.create("http://localhost:%d/api/v1/appeals/%s/signatories".formatted(port, appeal));
            readsASecond(list, () -> sleep(ALONE));
            pin("1", ProcessHandle.current());
            ProcessHandle.current().descendants().forEach(other -> pin("0", other));

            double[] writesAlone = new double[ROUNDS];
            double[] readsAlone = new double[ROUNDS];
            double[] writesBesideWork = new double[ROUNDS];
            double[] writes = new double[ROUNDS];
            double[] reads = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                int now = round;
                writesAlone[round] = written(appeal, writer, Runnable::run);
                readsAlone[round] = readsASecond(list, () -> sleep(ALONE));
                writesBesideWork[round] = written(appeal, writer, BesideEachOtherBenchmarkIT::besideWork);
                writes[round] = written(appeal, writer, writing -> reads[now] = readsASecond(list, writing));
            }

            LOG.info("""

                    a second             alone   beside the other   beside any work
                    first pages read  %8.0f           %8.0f
                    entries written   %8.0f           %8.0f          %8.0f
                    """.formatted(
                    median(readsAlone), median(reads), median(writesAlone), median(writes), median(writesBesideWork)));
            assertThat(median(writes)).isGreaterThan(0.8 * median(writesBesideWork));
            assertThat(median(reads)).isGreaterThan(0.8 * median(readsAlone));
        } finally {
            writer.destroy();
            writer.waitFor();
        }
    }

    /** How many entries the writer takes a second of many that wait for it. */
    private double written(AppealSlug appeal, Process writer, Consumer<Runnable> beside) {
        signal("STOP", writer);
        Runnable awaitAll = topic.send(appeal, ENTRIES);
        long[] took = new long[1];
        beside.accept(() -> {
            long from = System.nanoTime();
            signal("CONT", writer);
            awaitAll.run();
            took[0] = System.nanoTime() - from;
        });
        return ENTRIES / (took[0] / 1e9);
    }

    private Process startWriter() throws IOException, InterruptedException {
        int writersPort = freePort();
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.upprop.publication.PublicationService",
                        "--server.port=" + writersPort,
                        "--spring.kafka.bootstrap-servers=" + String.join(",", broker.getBootstrapServers()),
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/writer.log"))
                .start();
        URI health = URI.create("http://localhost:%d/actuator/health/readiness".formatted(writersPort));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest asked = HttpRequest.newBuilder(health).build();
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> http.send(asked, BodyHandlers.discarding()).statusCode() == 200);
        }
        return writer;
    }

    /** While a thread counts and touches nothing. */
    private static void besideWork(Runnable meanwhile) {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        AtomicLong counted = new AtomicLong();
        Thread work = Thread.ofPlatform().start(() -> {
            while (goesOn.get()) {
                counted.incrementAndGet();
            }
        });
        meanwhile.run();
        goesOn.set(false);
        try {
            work.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
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

    /** All its threads, and those that it will have. */
    private static void pin(String processor, ProcessHandle process) {
        run("taskset", "-acp", processor, Long.toString(process.pid()));
    }

    private static void signal(String name, Process process) {
        run("sh", "-c", "kill -" + name + " " + process.pid());
    }

    private static void run(String... command) {
        try {
            int ended = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertThat(ended).as(String.join(" ", command)).isZero();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
