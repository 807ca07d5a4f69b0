package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class ReachTests {

    private static final Duration LEASE = TestProviders.properties().lease();

    private Instant now = Instant.parse("2026-02-01T12:00:00Z");
    private final Reach reach = new Reach(() -> now, TestProviders.properties());

    @Test
    void lastsFromTheFirstAnswer() {
        assertThat(reach.hasLasted(Duration.ZERO)).isFalse();
        answerFor(LEASE);
        assertThat(reach.hasLasted(LEASE)).isTrue();
        assertThat(reach.hasLasted(LEASE.plusSeconds(1))).isFalse();
    }

    @Test
    void beginsAnewWhereTheQueueDidNotAnswer() {
        answerFor(LEASE);
        assertThatIllegalStateException()
                .isThrownBy(() -> reach.ask(() -> {
                    throw new IllegalStateException("It answered what nobody can read");
                }));
        assertThat(reach.hasLasted(LEASE)).isTrue();
        assertThatExceptionOfType(CannotGetJdbcConnectionException.class)
                .isThrownBy(() -> reach.ask(() -> {
                    throw new CannotGetJdbcConnectionException("away", new SQLTransientConnectionException());
                }));
        assertThat(reach.hasLasted(Duration.ZERO)).isFalse();

        answerFor(LEASE.minusSeconds(1));
        assertThat(reach.hasLasted(LEASE)).isFalse();
        answerFor(Duration.ofSeconds(1));
        assertThat(reach.hasLasted(LEASE)).isTrue();
    }

    @Test
    void beginsAnewWhereThisInstanceStoodStill() {
        answerFor(LEASE);
        now = now.plus(LEASE).plusSeconds(1);
        assertThat(reach.hasLasted(LEASE)).isFalse();

        answerFor(LEASE.minusSeconds(1));
        assertThat(reach.hasLasted(LEASE)).isFalse();
    }

    private void answerFor(Duration time) {
        Instant end = now.plus(time);
        reach.ask(() -> true);
        while (now.isBefore(end)) {
            now = now.plusSeconds(1);
            reach.ask(() -> true);
        }
    }
}
