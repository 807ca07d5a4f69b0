package org.upprop.monitor.deadletter;

import java.util.Comparator;

/** By what dead letters are counted. */
public record Kind(String topic, String reason, Fate fate) implements Comparable<Kind> {

    private static final Comparator<Kind> ORDER =
            Comparator.comparing(Kind::topic).thenComparing(Kind::reason).thenComparing(Kind::fate);

    static Kind of(Listed listed) {
        return new Kind(listed.letter().topic(), listed.letter().reasonId(), listed.fate());
    }

    @Override
    public int compareTo(Kind other) {
        return ORDER.compare(this, other);
    }
}
