package org.upprop.publication.list;

import java.time.Duration;
import java.util.Locale;

/** How finely a history tells times. */
public enum Resolution {
    /** A month of them. */
    HOUR(31 * 24, Duration.ofHours(1)),
    /** Ten years of them. */
    DAY(3_653, Duration.ofDays(1));

    private final int mostSteps;
    private final Duration length;

    Resolution(int mostSteps, Duration length) {
        this.mostSteps = mostSteps;
        this.length = length;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Duration length() {
        return length;
    }

    /** So many steps in which somebody came are told, the latest ones. */
    int mostSteps() {
        return mostSteps;
    }
}
