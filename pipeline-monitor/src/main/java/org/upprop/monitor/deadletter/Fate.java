package org.upprop.monitor.deadletter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has become of a dead letter. */
public enum Fate {
    /** Nothing yet. */
    WAITING,
    /** It was sent on its way again. */
    REDRIVEN,
    /** It failed so often that it is not sent again. */
    QUARANTINED,
    /** Somebody gave it up. */
    DISCARDED;

    /** What pages and commands call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Fate> of(String id) {
        return Arrays.stream(values()).filter(fate -> fate.id().equals(id)).findFirst();
    }
}
