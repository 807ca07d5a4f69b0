package org.upprop.monitor.funnel;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A time up to now of which the funnel is told, under the name of its steps. */
public enum Span {
    MINUTE(Duration.ZERO),
    HOUR(Duration.ofMinutes(1)),
    DAY(Duration.ofMinutes(10));

    private final Duration lasting;

    Span(Duration lasting) {
        this.lasting = lasting;
    }

    public static Optional<Span> of(String id) {
        return Arrays.stream(values()).filter(span -> span.id().equals(id)).findFirst();
    }

    /** What addresses and pages call it, and verification too. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How long what was told of it is good enough. */
    Duration lasting() {
        return lasting;
    }
}
