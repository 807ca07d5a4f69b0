package org.upprop.monitor.flow.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.upprop.monitor.flow.Moment;
import org.upprop.monitor.flow.Span;
import org.upprop.monitor.web.StepLine;

/**
 * How the flow through a stage was for a span, as lines and as the rows of a table.
 *
 * @param rows the newest first; there is at least one
 * @param in the line of what came in, {@link StepLine#HEIGHT} units high and one wide for each step
 * @param out that of what went out, drawn to the same scale
 * @param behind that of the age of the oldest unread record
 * @param summit the most that came in and went out, and the highest age
 */
public record SpanView(Span span, List<Moment> rows, String in, String out, String behind, Summit summit) {

    public SpanView {
        rows = List.copyOf(rows);
    }

    public record Summit(double in, double out, Duration behind) {}

    /** @param moments at least one, from the oldest to the newest */
    static SpanView of(Span span, List<Moment> moments) {
        Summit summit = new Summit(highest(moments, Moment::in), highest(moments, Moment::out), Duration.ofMillis((long)
                (highest(moments, SpanView::seconds) * 1_000)));
        double rates = Math.max(summit.in(), summit.out());
        return new SpanView(
                span,
                rows(span, moments),
                line(span, moments, Moment::in, rates),
                line(span, moments, Moment::out, rates),
                line(span, moments, SpanView::seconds, highest(moments, SpanView::seconds)),
                summit);
    }

    private static List<Moment> rows(Span span, Collection<Moment> moments) {
        return moments.stream()
                .collect(Collectors.groupingBy(
                        moment -> span.row(moment.from()),
                        () -> new TreeMap<Instant, List<Moment>>(Comparator.reverseOrder()),
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(row -> Moment.of(row.getKey(), row.getValue()))
                .toList();
    }

    /** The last step is at the right edge. */
    private static String line(Span span, List<Moment> moments, ToDoubleFunction<Moment> number, double highest) {
        Instant begin = moments.getLast().from().minus(span.step().multipliedBy(span.steps() - 1));
        SortedMap<Long, Double> levels = new TreeMap<>();
        for (Moment moment : moments) {
            double level = number.applyAsDouble(moment);
            long place = Duration.between(begin, moment.from()).dividedBy(span.step());
            if (!Double.isNaN(level) && place >= 0) {
                levels.put(place, level);
            }
        }
        return StepLine.path(levels, highest);
    }

    private static double highest(Collection<Moment> moments, ToDoubleFunction<Moment> number) {
        return moments.stream()
                .mapToDouble(number)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
    }

    private static double seconds(Moment moment) {
        Duration behind = moment.behind();
        return behind == null ? Double.NaN : Math.max(0, behind.toMillis() / 1_000.0);
    }
}
