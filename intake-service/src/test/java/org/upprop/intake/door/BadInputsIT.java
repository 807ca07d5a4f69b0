package org.upprop.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.intake.Intake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends every row of the table of bad inputs to the running service. */
@OnRealInfrastructure(
        properties = {
            "upprop.admission.burst=1000000/1m",
            "upprop.admission.sustained=1000000/1h",
            "upprop.admission.budget=1000000/1m"
        })
class BadInputsIT {

    private static final Logger LOG = LoggerFactory.getLogger(BadInputsIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MANY = 10_000;
    private static final int MOST_ROUNDS = 3;
    private static final long MIB = 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    private static String slug = "";

    @BeforeEach
    void anOpenAppeal() {
        if (slug.isEmpty()) {
            Intake intake = new Intake(port);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> intake.health("readiness").expectStatus().isOk());
            slug = Intake.newSlug();
            intake.publish(slug).expectStatus().isCreated();
        }
    }

    static Stream<BadInput> badInputs() {
        return BadInputs.all();
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void answersWithWhatIsWrong(BadInput bad) throws Exception {
        var answer = RawHttp.exchange(port, bad.request().bytes(slug));

        assertThat(answer.status()).as(answer.body()).isEqualTo(bad.status());
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        for (String header : bad.headers()) {
            String[] parts = header.split(": ", 2);
            assertThat(answer.header(parts[0])).contains(parts[1]);
        }
        if (bad.type() != null) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            assertThat(problem.path("type").asString()).isEqualTo("https://upprop.org/problems/" + bad.type());
            assertThat(problem.path("status").asInt()).isEqualTo(bad.status());
            assertThat(problem.path("title").asString()).isNotEmpty();
            assertThat(errors(problem)).isEqualTo(bad.error() == null ? List.of() : List.of(bad.error()));
        }
        assertThat(answer.body()).doesNotContainIgnoringCase("exception", "tomcat", "spam", "javascript");
    }

    @Test
    void hasAnswersToMoreThanSixtyBadInputs() {
        assertThat(BadInputs.all())
                .hasSizeGreaterThan(60)
                .extracting(BadInput::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void holdsNothingOfTenThousandBadInputs() throws Exception {
        List<BadInput> rows = BadInputs.all().toList();
        sendAll(rows, 2_000);

        assertThat(leastGrowth(rows)).isLessThan(MIB);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(meters.get("upprop.submissions.in.flight").gauge().value())
                    .isZero();
            assertThat(meters.get("upprop.bodies.reading").gauge().value()).isZero();
        });
        new Intake(port).sign(slug, "ada@example.org").expectStatus().isAccepted();
    }

    /** What is held grows the heap each time; what other threads of this JVM are about does not. */
    private long leastGrowth(List<BadInput> rows) throws Exception {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && least >= MIB; round++) {
            long before = usedHeap();
            sendAll(rows, MANY);
            long grown = usedHeap() - before;
            LOG.info("The heap grew by {} KiB over {} bad inputs", grown / 1024, MANY);
            least = Math.min(least, grown);
        }
        return least;
    }

    private void sendAll(List<BadInput> rows, int count) throws Exception {
        try (var senders = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> sendings = IntStream.range(0, count)
                    .<Callable<Integer>>mapToObj(index -> () -> status(rows.get(index % rows.size())))
                    .toList();
            for (Future<Integer> status : senders.invokeAll(sendings)) {
                assertThat(status.get()).isBetween(400, 505).isNotEqualTo(500);
            }
        }
    }

    private int status(BadInput bad) throws IOException {
        return RawHttp.exchange(port, bad.request().bytes(slug)).status();
    }

    private static long usedHeap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            System.gc();
            Thread.sleep(200);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static List<String> errors(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
