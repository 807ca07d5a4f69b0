package org.upprop.monitor.funnel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upprop.monitor.funnel.Count;
import org.upprop.monitor.funnel.Funnel;
import org.upprop.monitor.funnel.Passed;
import org.upprop.monitor.funnel.Point;
import org.upprop.monitor.funnel.Span;

class FunnelChartTests {

    private static final Instant BEGIN = Instant.parse("2022-01-12T10:00:00Z");

    private final FunnelChart chart = chart(
            new Count("one", BEGIN.plusSeconds(60), 8, 4, 0, 2),
            new Count("other", BEGIN.plusSeconds(60), 2, 1, 0, 0),
            new Count("one", BEGIN.plusSeconds(180), 5, 5, 5, 0));

    @Test
    void drawsEachPointToTheScaleOfAllWithTheGroundWhereNothingCame() {
        assertThat(chart.path(Point.ACCEPTED)).isEqualTo("M0 100H1V0H2V100H3V50H4");
        assertThat(chart.path(Point.MAILED)).isEqualTo("M0 100H1V50H2V100H3V50H4");
        assertThat(chart.path(Point.LISTED)).isEqualTo("M0 100H1V80H2V100H3H4");
        assertThat(chart().path(Point.ACCEPTED)).isEqualTo("M0 100H1H2H3H4");
    }

    @Test
    void tellsTheSameInRowsFromTheNewest() {
        assertThat(chart.rows())
                .containsExactly(
                        entry(BEGIN.plusSeconds(180), new Passed(5, 5, 5, 0)),
                        entry(BEGIN.plusSeconds(60), new Passed(10, 5, 0, 2)));
    }

    private static FunnelChart chart(Count... passed) {
        return new FunnelChart(Span.MINUTE, new Funnel(BEGIN, BEGIN, 60, 4, List.of(passed)));
    }
}
