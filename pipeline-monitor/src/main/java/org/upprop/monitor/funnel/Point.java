package org.upprop.monitor.funnel;

import java.util.Locale;
import java.util.Optional;

/** A point on the way of a signature to the list, in their order. */
public enum Point {
    /** Verification has stored it. */
    ACCEPTED,
    /** A mail that asks its owner has left. */
    MAILED,
    /** Its owner has confirmed it. */
    CONFIRMED,
    LISTED;

    /** What pages call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one before it; nothing if it is the first. */
    public Optional<Point> before() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }
}
