package org.upprop.publication.list.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers beside each other as bars, the biggest first; those behind the tenth are one, where they are several. */
public record BarChart(List<Bar> bars) {

    private static final int ALONE = 10;

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** A number and what it counts. */
    public record Part(String label, long number) {}

    /**
     * A number as a bar.
     *
     * @param percent its length, of the room that there is
     */
    public record Bar(String label, long number, double percent) {}

    /**
     * Draws parts; nothing where there are not two to compare.
     *
     * @param others what stands for several together
     */
    public static Optional<BarChart> of(List<Part> parts, String others) {
        if (parts.size() < 2) {
            return Optional.empty();
        }
        List<Part> sorted = parts.stream()
                .sorted(Comparator.comparingLong(Part::number).reversed().thenComparing(Part::label))
                .toList();
        List<Part> drawn = sorted.size() <= ALONE + 1
                ? sorted
                : Stream.concat(
                                sorted.stream().limit(ALONE),
                                Stream.of(new Part(others, sum(sorted.subList(ALONE, sorted.size())))))
                        .toList();
        long biggest = drawn.stream().mapToLong(Part::number).max().orElseThrow();
        return Optional.of(new BarChart(drawn.stream()
                .map(part -> new Bar(part.label(), part.number(), percent(part.number(), biggest)))
                .toList()));
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::number).sum();
    }

    private static double percent(long number, long biggest) {
        return Math.round(1000.0 * number / biggest) / 10.0;
    }
}
