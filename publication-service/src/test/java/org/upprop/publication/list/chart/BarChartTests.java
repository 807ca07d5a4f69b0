package org.upprop.publication.list.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upprop.publication.list.chart.BarChart.Bar;
import org.upprop.publication.list.chart.BarChart.Part;

class BarChartTests {

    @Test
    void putsTheBiggestFirstAndMeasuresByIt() {
        assertThat(BarChart.of(List.of(new Part("b", 1), new Part("c", 3), new Part("a", 1)), "others"))
                .hasValueSatisfying(chart -> assertThat(chart.bars())
                        .containsExactly(new Bar("c", 3, 100), new Bar("a", 1, 33.3), new Bar("b", 1, 33.3)));
    }

    @Test
    void namesElevenAndOfMoreTenAndTheOthers() {
        assertThat(labels(11)).hasSize(11).doesNotContain("others");
        assertThat(labels(12))
                .hasSize(11)
                .endsWith("others")
                .contains("part 10")
                .doesNotContain("part 11");
    }

    @Test
    void measuresByTheOthersWhereTheyAreTheMost() {
        List<Bar> bars = BarChart.of(parts(100), "others").orElseThrow().bars();

        assertThat(bars.getLast()).isEqualTo(new Bar("others", 90 * 91 / 2, 100));
        assertThat(bars.getFirst().percent()).isLessThan(100);
    }

    @Test
    void showsNothingWhereThereAreNotTwo() {
        assertThat(BarChart.of(parts(1), "others")).isEmpty();
        assertThat(BarChart.of(parts(0), "others")).isEmpty();
        assertThat(BarChart.of(parts(2), "others")).isPresent();
    }

    private static List<String> labels(int parts) {
        return BarChart.of(parts(parts), "others").orElseThrow().bars().stream()
                .map(Bar::label)
                .toList();
    }

    /** The first is as big as there are parts, the last one is 1. */
    private static List<Part> parts(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(place -> new Part("part " + place, number + 1 - place))
                .toList();
    }
}
