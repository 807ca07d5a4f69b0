package org.upprop.monitor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;

/**
 * How right the announced time to drain is after a peak of 50 times the base rate, from 10 s after its end until there is
 * as good as nothing left.
 */
@OnRealInfrastructure
@EnabledIfSystemProperty(named = "upprop.benchmark", matches = "true")
class DrainBenchmarkIT {

    private static final Logger LOG = LoggerFactory.getLogger(DrainBenchmarkIT.class);
    private static final int BASE = 20;
    private static final int PEAK = 50 * BASE;
    private static final int READ = 400;
    private static final Duration PEAK_LASTS = Duration.ofSeconds(20);
    private static final Duration SETTLED = Duration.ofSeconds(10);

    /** A verdict on the last seconds would be one on the length of a look. */
    private static final Duration TOO_SHORT = Duration.ofSeconds(4);

    private final Random random = new Random(7);
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile int rate = BASE;

    @Autowired
    private PipelineWatch watch;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private ConsumerFactory<byte[], byte[]> consumers;

    @Test
    void announcesWithinAQuarterWhenTheStageHasCaughtUp() throws Exception {
        Thread writer = Thread.ofPlatform().start(this::write);
        Thread reader = Thread.ofPlatform().start(this::read);
        List<Announced> announced = new ArrayList<>();
        Instant drained;
        try {
            Thread.sleep(SETTLED);
            rate = PEAK;
            Thread.sleep(PEAK_LASTS);
            rate = BASE;
            Thread.sleep(SETTLED);
            for (Rates rates = rates(); rates.unread() > READ / 10; rates = rates()) {
                announced.add(new Announced(Instant.now(), rates.drain()));
                Thread.sleep(500);
            }
            drained = Instant.now();
        } finally {
            over.set(true);
            writer.join();
            reader.join();
        }
        assertThat(announced).isNotEmpty();
        double worst = 0;
        for (Announced one : announced) {
            Duration left = Duration.between(one.at(), drained);
            if (left.compareTo(TOO_SHORT) > 0) {
                double error = one.in() == null
                        ? 1
                        : Math.abs(one.in().toMillis() - left.toMillis()) / (double) left.toMillis();
                LOG.info("announced {}, took {}: {} % off", one.in(), left, Math.round(error * 100));
                worst = Math.max(worst, error);
            }
        }
        assertThat(worst).isLessThan(0.25);
    }

    private Rates rates() {
        return watch.pipeline().map(flow -> flow.of(Stage.VERIFICATION).rates()).orElseThrow();
    }

    private void write() {
        byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
        long next = System.nanoTime();
        while (!over.get()) {
            byte[] key = new byte[8];
            random.nextBytes(key);
            kafka.send(Topics.SUBMITTED, key, value);
            next += 1_000_000_000L / rate;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        kafka.flush();
    }

    /** As fast as a stage whose database takes so many a second. */
    private void read() {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer(Stage.VERIFICATION.group(), null, null)) {
            consumer.subscribe(Stage.VERIFICATION.topics());
            while (!over.get()) {
                int records = consumer.poll(Duration.ofMillis(100)).count();
                LockSupport.parkNanos(records * 1_000_000_000L / READ);
                consumer.commitSync();
            }
        }
    }

    private record Announced(Instant at, @Nullable Duration in) {}
}
