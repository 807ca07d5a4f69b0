package org.upprop.publication.list.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upprop.publication.list.chart.GrowthChart.Row;
import org.upprop.publication.list.chart.GrowthChart.Step;

class GrowthChartTests {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant FIRST = Instant.parse("2022-01-12T00:00:00Z");

    @Test
    void growsToItsFullHeightAndStaysWhereNobodyComes() {
        GrowthChart chart = drawn(step(0, 5), step(1, 10), step(3, 20));

        assertThat(chart.columns()).isEqualTo(4);
        assertThat(chart.path()).isEqualTo("M0 200V150H1V100H2H3V0H4V200Z");
        assertThat(chart.begins()).isEqualTo(FIRST);
        assertThat(chart.ends()).isEqualTo(day(3));
        assertThat(chart.reaches()).isEqualTo(20);
    }

    @Test
    void saysInNumbersWhatItShows() {
        assertThat(drawn(step(0, 5), step(1, 10), step(3, 20)).rows())
                .containsExactly(new Row(day(0), 5, 5), new Row(day(1), 5, 10), new Row(day(3), 10, 20));
    }

    @Test
    void runsDaysTogetherWhereThereAreManyAndLosesNobody() {
        for (int days : new int[] {2, 31, 32, 62, 63, 400, 3_653}) {
            GrowthChart chart = drawn(IntStream.range(0, days)
                    .mapToObj(number -> step(number, 3L * (number + 1)))
                    .toArray(Step[]::new));

            assertThat(chart.columns()).as("of %d days", days).isLessThanOrEqualTo(31);
            assertThat(columnsOf(chart)).isEqualTo(chart.columns());
            assertThat(chart.rows()).hasSize(chart.columns());
            assertThat(chart.rows().stream().mapToLong(Row::came).sum()).isEqualTo(3L * days);
            assertThat(chart.ends()).as("not later than the last").isEqualTo(day(days - 1));
        }
    }

    @Test
    void tellsHoursAsWell() {
        assertThat(GrowthChart.of(
                        List.of(new Step(FIRST, 1), new Step(FIRST.plus(Duration.ofHours(2)), 4)), Duration.ofHours(1)))
                .hasValueSatisfying(chart -> assertThat(chart.path()).isEqualTo("M0 200V150H1H2V0H3V200Z"));
    }

    @Test
    void showsNothingWhereNothingGrew() {
        assertThat(GrowthChart.of(List.of(), DAY)).isEmpty();
        assertThat(GrowthChart.of(List.of(step(0, 7)), DAY)).isEmpty();
    }

    private static GrowthChart drawn(Step... steps) {
        return GrowthChart.of(List.of(steps), DAY).orElseThrow();
    }

    private static Step step(int day, long total) {
        return new Step(day(day), total);
    }

    private static Instant day(int number) {
        return FIRST.plus(DAY.multipliedBy(number));
    }

    private static int columnsOf(GrowthChart chart) {
        return Pattern.compile("H(\\d+)")
                .matcher(chart.path())
                .results()
                .map((MatchResult found) -> found.group(1))
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
    }
}
