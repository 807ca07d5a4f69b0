package org.upprop.monitor.funnel;

import java.util.Collection;

/** How many signatures came to each {@link Point}. */
public record Passed(long accepted, long mailed, long confirmed, long listed) {

    public static final Passed NONE = new Passed(0, 0, 0, 0);

    static Passed sum(Collection<Count> counts) {
        return counts.stream().map(Count::passed).reduce(NONE, Passed::plus);
    }

    public long at(Point point) {
        return switch (point) {
            case ACCEPTED -> accepted;
            case MAILED -> mailed;
            case CONFIRMED -> confirmed;
            case LISTED -> listed;
        };
    }

    private Passed plus(Passed other) {
        return new Passed(
                accepted + other.accepted, mailed + other.mailed, confirmed + other.confirmed, listed + other.listed);
    }
}
