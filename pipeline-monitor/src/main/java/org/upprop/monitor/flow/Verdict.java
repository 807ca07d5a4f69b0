package org.upprop.monitor.flow;

import java.util.Locale;

/** How a stage does with what it has to read, from the best to the worst. */
public enum Verdict {
    /** It reads all there is, or catches up. */
    OK,
    /** It reads, and falls further behind. */
    SLOW,
    /** It has something to read, and somebody to read it, and does not come on. */
    STALLED,
    /** Nobody reads it, or it cannot be read. */
    STOPPED;

    /** What pages and commands call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Verdict orWorse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
