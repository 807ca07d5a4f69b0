package org.upprop.monitor.flow;

import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How fast records come and go, and what that makes of those that are there.
 *
 * @param in records written a second
 * @param out records read a second
 * @param unread records that are not read yet
 * @param behind how long the oldest of these has been there; zero if there is none, and nothing while that is not known
 */
public record Rates(
        double in, double out, long unread, @Nullable Duration behind) {

    static final Rates NONE = new Rates(0, 0, 0, Duration.ZERO);

    /** All of some: their sums, and the longest time, which is not known while one is not. */
    static Rates of(Collection<Rates> parts) {
        return parts.stream().reduce(NONE, Rates::plus);
    }

    /** How long until nothing is unread, at these rates; nothing if that is never. */
    public @Nullable Duration drain() {
        if (unread == 0) {
            return Duration.ZERO;
        }
        return out > in ? Duration.ofMillis(Math.round(unread / (out - in) * 1_000)) : null;
    }

    private Rates plus(Rates other) {
        return new Rates(in + other.in, out + other.out, unread + other.unread, longer(behind, other.behind));
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return null;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
