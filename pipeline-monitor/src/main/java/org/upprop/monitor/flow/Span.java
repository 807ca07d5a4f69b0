package org.upprop.monitor.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A time of which it is remembered how the flow was, in steps of equal length. */
public enum Span {
    QUARTER_HOUR("15m", Duration.ofSeconds(5), 180),
    DAY("24h", Duration.ofMinutes(5), 288);

    /** How many steps a row of a table tells of. */
    private static final int STEPS_IN_A_ROW = 12;

    private final String id;
    private final Duration step;
    private final int steps;

    Span(String id, Duration step, int steps) {
        this.id = id;
        this.step = step;
        this.steps = steps;
    }

    public static Optional<Span> of(String id) {
        return Arrays.stream(values()).filter(span -> span.id.equals(id)).findFirst();
    }

    /** What addresses and pages call it. */
    public String id() {
        return id;
    }

    public Duration step() {
        return step;
    }

    public int steps() {
        return steps;
    }

    /** When the step began in which something was. */
    Instant begin(Instant at) {
        return floor(at, step);
    }

    /** When the row of a table begins in which something was. */
    public Instant row(Instant at) {
        return floor(at, step.multipliedBy(STEPS_IN_A_ROW));
    }

    private static Instant floor(Instant at, Duration length) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), length.toSeconds()) * length.toSeconds());
    }
}
