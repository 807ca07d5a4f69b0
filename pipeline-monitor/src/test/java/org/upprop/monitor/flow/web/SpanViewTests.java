package org.upprop.monitor.flow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upprop.monitor.flow.Moment;
import org.upprop.monitor.flow.Span;

class SpanViewTests {

    private static final Instant BEGIN = Instant.parse("2022-01-12T10:00:00Z");

    @Test
    void drawsALevelForEachStepUpToTheRightEdge() {
        SpanView past = past(moment(0, 10, 5, 0), moment(1, 10, 0, 30), moment(2, 20, 0, 60));

        assertThat(past.in()).isEqualTo("M177 50H178H179V0H180");
        assertThat(past.out()).as("to the same scale").isEqualTo("M177 75H178V100H179H180");
        assertThat(past.behind()).isEqualTo("M177 100H178V50H179V0H180");
        assertThat(past.summit()).isEqualTo(new SpanView.Summit(20, 5, Duration.ofMinutes(1)));
    }

    @Test
    void leavesAGapWhereNothingIsKnown() {
        SpanView past = past(moment(0, 1, 1, null), moment(1, 1, 1, 9), moment(10, 1, 1, 9));

        assertThat(past.in()).isEqualTo("M169 0H170H171M179 0H180");
        assertThat(past.behind()).isEqualTo("M170 0H171M179 0H180");
    }

    @Test
    void drawsTheGroundWhereNothingFlows() {
        SpanView past = past(moment(0, 0, 0, 0));

        assertThat(past.in()).isEqualTo("M179 100H180");
        assertThat(past.behind()).isEqualTo("M179 100H180");
        assertThat(past.summit()).isEqualTo(new SpanView.Summit(0, 0, Duration.ZERO));
    }

    @Test
    void tellsTheSameInRowsOfAMinuteOrAnHour() {
        List<Moment> moments = IntStream.range(0, 24)
                .mapToObj(step -> moment(step, step, 2, step))
                .toList();

        assertThat(SpanView.of(Span.QUARTER_HOUR, moments).rows())
                .containsExactly(
                        new Moment(BEGIN.plusSeconds(60), 17.5, 2, Duration.ofSeconds(23)),
                        new Moment(BEGIN, 5.5, 2, Duration.ofSeconds(11)));
        assertThat(Span.DAY.row(BEGIN.plusSeconds(3_599))).isEqualTo(BEGIN);
    }

    private static SpanView past(Moment... moments) {
        return SpanView.of(Span.QUARTER_HOUR, List.of(moments));
    }

    private static Moment moment(int step, double in, double out, @Nullable Integer behind) {
        return new Moment(BEGIN.plusSeconds(5L * step), in, out, behind == null ? null : Duration.ofSeconds(behind));
    }
}
