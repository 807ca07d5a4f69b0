package org.upprop.monitor.funnel;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The funnel of a span as verification tells it: {@code /actuator/funnel/{span}}.
 *
 * @param begin when its first step began; its last one is not over
 * @param passed by appeal and step, without those in which nothing came
 */
public record Funnel(Instant asOf, Instant begin, long stepSeconds, int steps, List<Count> passed) {

    public Funnel {
        passed = List.copyOf(passed);
    }

    public Passed total() {
        return Passed.sum(passed);
    }

    public SortedMap<String, Passed> byAppeal() {
        return by(Count::appeal);
    }

    /** By when the step began. */
    public SortedMap<Instant, Passed> byStep() {
        return by(Count::from);
    }

    private <K extends Comparable<K>> SortedMap<K, Passed> by(Function<Count, K> key) {
        return passed.stream()
                .collect(Collectors.groupingBy(
                        key, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), Passed::sum)));
    }
}
