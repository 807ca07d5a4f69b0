package org.upprop.monitor.deadletter;

import java.time.Instant;
import java.util.Comparator;

/** A dead letter's place among all, from the newest to the oldest. */
public record Position(Instant at, Place id) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::at).thenComparing(Position::id).reversed();

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
