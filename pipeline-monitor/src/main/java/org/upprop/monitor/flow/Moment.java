package org.upprop.monitor.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the flow through a stage was for a short time.
 *
 * @param from when that began
 * @param in records written a second, on average
 * @param out records read a second, on average
 * @param behind how old the oldest unread record was at most; nothing if that was never known
 */
public record Moment(
        Instant from, double in, double out, @Nullable Duration behind) {

    /** What several tell together, each of which counts as much as another; there is at least one. */
    public static Moment of(Instant from, Collection<Moment> parts) {
        return new Moment(
                from,
                parts.stream().mapToDouble(Moment::in).average().orElseThrow(),
                parts.stream().mapToDouble(Moment::out).average().orElseThrow(),
                parts.stream()
                        .map(Moment::behind)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    static Moment of(Instant at, Rates rates) {
        return new Moment(at, rates.in(), rates.out(), rates.behind());
    }
}
