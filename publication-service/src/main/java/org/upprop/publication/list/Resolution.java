package org.upprop.publication.list;

import java.util.Locale;

/** How finely a history tells times. */
public enum Resolution {
    /** A month of them. */
    HOUR(31 * 24),
    /** Ten years of them. */
    DAY(3_653);

    private final int mostSteps;

    Resolution(int mostSteps) {
        this.mostSteps = mostSteps;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** So many steps in which somebody came are told, the latest ones. */
    int mostSteps() {
        return mostSteps;
    }
}
