package org.upprop.intake.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.infrastructure.test.SmallServer;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;

@OverHttp
@ImportAutoConfiguration(TaskSchedulingAutoConfiguration.class)
class RoundsTests {

    /** A round takes longer than the time from one to the next. */
    private static final Duration SLOW = Duration.ofMillis(1_500);

    private static final AtomicInteger ASKING = new AtomicInteger();
    private static final AtomicInteger MOST_ASKING = new AtomicInteger();

    private static final SmallServer PUBLICATION = new SmallServer(address -> slowly("{\"items\":[]}"));
    private static final SmallServer VERIFICATION = new SmallServer(address -> "<html>");

    @Autowired
    AppealsInMemory appeals;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("upprop.publication.url", PUBLICATION::url);
        properties.add("upprop.publication.refresh", () -> "1s");
        properties.add("upprop.verification.url", VERIFICATION::url);
        properties.add("upprop.verification.refresh", () -> "1s");
    }

    @AfterAll
    static void close() {
        PUBLICATION.close();
        VERIFICATION.close();
    }

    @Test
    void askEveryNeighbourAgainWhateverItAnswersAndOneAfterAnother() {
        appeals.put(anAppeal().naming(UUID.randomUUID()).build());

        await().until(() -> PUBLICATION.asked().size() > 2);
        await().until(() -> VERIFICATION.asked().size() > 2);
        assertThat(MOST_ASKING).as("rounds at a time").hasValue(1);
    }

    private static String slowly(String answer) {
        MOST_ASKING.accumulateAndGet(ASKING.incrementAndGet(), Math::max);
        try {
            Thread.sleep(SLOW);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            ASKING.decrementAndGet();
        }
        return answer;
    }
}
