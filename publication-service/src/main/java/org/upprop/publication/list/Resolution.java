package org.upprop.publication.list;

import java.time.Duration;
import java.util.Locale;

/** How finely a history tells times. */
public enum Resolution {
    /** A month of them. */
    HOUR(31 * 24, Duration.ofHours(1), "2022-01-12T10:00:00Z"),
    /** Ten years of them. */
    DAY(3_653, Duration.ofDays(1), "2022-01-12");

    private final int mostSteps;
    private final Duration length;
    private final int letters;

    Resolution(int mostSteps, Duration length, String written) {
        this.mostSteps = mostSteps;
        this.length = length;
        this.letters = written.length();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Duration length() {
        return length;
    }

    /** With so many letters of an hour as {@link Dimension#HOUR} writes it, a step begins. */
    int letters() {
        return letters;
    }

    /** So many steps in which somebody came are told, the latest ones. */
    int mostSteps() {
        return mostSteps;
    }
}
