package org.upprop.verification.funnel;

import java.time.Duration;
import java.time.Instant;

/** A time up to now in steps of equal length, which begin as the minutes, hours and days of UTC do. */
public enum Span {
    MINUTE(Duration.ofMinutes(1), 60),
    HOUR(Duration.ofHours(1), 24),
    DAY(Duration.ofDays(1), 14);

    private final Duration step;
    private final int steps;

    Span(Duration step, int steps) {
        this.step = step;
        this.steps = steps;
    }

    public Duration step() {
        return step;
    }

    public int steps() {
        return steps;
    }

    /** When its first step begins, where its last one is not over. */
    public Instant begin(Instant now) {
        long present = Math.floorDiv(now.getEpochSecond(), step.toSeconds());
        return Instant.ofEpochSecond((present - steps + 1) * step.toSeconds());
    }
}
