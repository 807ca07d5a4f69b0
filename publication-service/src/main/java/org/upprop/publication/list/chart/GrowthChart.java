package org.upprop.publication.list.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a total grew: columns of the same time, each as high as the total at its end, that run together to one shape.
 *
 * @param begins when the first hour or day began
 * @param columns how many there are, each one unit wide
 * @param path the outline, {@link #HEIGHT} units high
 * @param rows the same in numbers, without the columns in which nothing changed
 */
public record GrowthChart(Instant begins, int columns, String path, List<Row> rows) {

    public static final int HEIGHT = 200;

    /** As many as a table may have rows. */
    static final int MOST_COLUMNS = 31;

    public GrowthChart {
        rows = List.copyOf(rows);
    }

    /**
     * A total as it was found.
     *
     * @param from when the hour or day began at the end of which it was that
     */
    public record Step(Instant from, long total) {}

    /**
     * What a column says.
     *
     * @param last when its last hour or day began
     * @param came by how much the total grew in it
     * @param total the total at its end
     */
    public record Row(Instant last, long came, long total) {}

    /**
     * Draws steps in their order; nothing where there is no growth to be seen.
     *
     * @param unit the length of each step
     */
    public static Optional<GrowthChart> of(List<Step> steps, Duration unit) {
        if (steps.size() < 2) {
            return Optional.empty();
        }
        Instant first = steps.getFirst().from();
        Instant last = steps.getLast().from();
        long units = Duration.between(first, last).dividedBy(unit) + 1;
        Duration width = unit.multipliedBy(Math.ceilDiv(units, MOST_COLUMNS));
        List<Row> rows = new ArrayList<>();
        StringBuilder path = new StringBuilder("M0 " + HEIGHT);
        long highest = Math.max(steps.getLast().total(), 1);
        int columns = 0;
        int read = 0;
        long total = 0;
        for (Instant from = first; !from.isAfter(last); from = from.plus(width)) {
            Instant end = from.plus(width);
            long before = total;
            while (read < steps.size() && steps.get(read).from().isBefore(end)) {
                total = steps.get(read++).total();
            }
            if (total != before) {
                rows.add(new Row(earlier(end.minus(unit), last), total - before, total));
                path.append('V').append(HEIGHT - Math.round((double) HEIGHT * total / highest));
            }
            path.append('H').append(++columns);
        }
        return rows.size() < 2
                ? Optional.empty()
                : Optional.of(new GrowthChart(
                        first, columns, path.append("V" + HEIGHT + "Z").toString(), rows));
    }

    /** When the last hour or day began. */
    public Instant ends() {
        return rows.getLast().last();
    }

    public long reaches() {
        return rows.getLast().total();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
