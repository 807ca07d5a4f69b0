package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReachTests {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-02-01T12:00:00Z");
    private final Reach reach = new Reach(() -> now);

    @Test
    void lastsFromTheFirstAnswer() {
        assertThat(reach.hasLasted(Duration.ZERO)).isFalse();
        reach.isThere();
        assertThat(reach.hasLasted(LEASE)).isFalse();
        now = now.plus(LEASE);
        reach.isThere();
        assertThat(reach.hasLasted(LEASE)).isTrue();
    }

    @Test
    void beginsAnewAfterABreak() {
        reach.isThere();
        now = now.plus(LEASE);
        reach.isLost();
        assertThat(reach.hasLasted(LEASE)).isFalse();
        now = now.plus(LEASE);
        reach.isThere();
        assertThat(reach.hasLasted(LEASE)).isFalse();
    }
}
