package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RetriesTests {

    private final Retries retries = new Retries(new MailProperties(
            "noreply@localhost",
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofSeconds(30)));

    @RepeatedTest(20)
    void waitsTwiceAsLongAfterEachFailureButNeverTheSame() {
        assertThat(retries.after(1)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
        assertThat(retries.after(2)).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
        assertThat(retries.after(5)).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(16));
    }

    @Test
    void neverWaitsLongerThanTheLimit() {
        assertThat(retries.after(10_000)).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
        assertThat(retries.whileAway(10_000)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }
}
