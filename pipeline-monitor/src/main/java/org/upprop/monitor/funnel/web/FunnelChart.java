package org.upprop.monitor.funnel.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.upprop.monitor.funnel.Funnel;
import org.upprop.monitor.funnel.Passed;
import org.upprop.monitor.funnel.Point;
import org.upprop.monitor.funnel.Span;
import org.upprop.monitor.web.StepLine;

/** The funnel of a span, as a line for each point and as the rows of a table. */
public record FunnelChart(Span span, Funnel funnel) {

    /** The line of those who came to a point; all of a span are drawn to the same scale. */
    public String path(Point point) {
        SortedMap<Instant, Passed> steps = funnel.byStep();
        SortedMap<Long, Double> levels = new TreeMap<>();
        for (long place = 0; place < funnel.steps(); place++) {
            Instant from = funnel.begin().plusSeconds(place * funnel.stepSeconds());
            levels.put(place, (double) steps.getOrDefault(from, Passed.NONE).at(point));
        }
        return StepLine.path(levels, highest(steps));
    }

    /** The newest first, without those in which nothing came. */
    public SequencedMap<Instant, Passed> rows() {
        return funnel.byStep().reversed();
    }

    private static double highest(SortedMap<Instant, Passed> steps) {
        return steps.values().stream()
                .flatMapToLong(passed -> Arrays.stream(Point.values()).mapToLong(passed::at))
                .max()
                .orElse(0);
    }
}
