package org.upprop.intake.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTests {

    private final AtomicInteger times = new AtomicInteger();

    @Test
    void goOnWhateverFailsUntilTheyAreStopped() {
        var rounds = new Rounds("test", Duration.ofMillis(1), () -> {
            if (times.incrementAndGet() % 2 == 0) {
                throw new StackOverflowError();
            }
        });

        rounds.start();
        await().until(() -> times.get() > 10);
        rounds.stop();

        await().until(() -> !rounds.isRunning());
        int last = times.get();
        await().during(Duration.ofMillis(50)).until(() -> times.get() == last);
        assertThat(last).isGreaterThan(10);
    }
}
