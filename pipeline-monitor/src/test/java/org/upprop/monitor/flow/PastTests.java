package org.upprop.monitor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PastTests {

    private static final Instant BEGIN = Instant.parse("2022-01-12T10:00:00Z");

    private final Past past = new Past(Span.QUARTER_HOUR);

    @Test
    void tellsTheAverageOfAStepAndTheHighestAge() {
        saw(1, 10, 4, 3);
        saw(4.9, 20, 6, null);
        assertThat(past.moments()).as("before the step ended").isEmpty();

        saw(5, 0, 0, 0);
        assertThat(past.moments()).containsExactly(new Moment(BEGIN, 15, 5, Duration.ofSeconds(3)));
    }

    @Test
    void tellsNoAgeWhereNoneWasKnown() {
        saw(0, 1, 1, null);
        saw(5, 1, 1, null);

        assertThat(past.moments()).containsExactly(new Moment(BEGIN, 1, 1, null));
    }

    @Test
    void leavesAGapWhereTheBrokerWasAway() {
        saw(0, 1, 1, 0);
        saw(61, 2, 2, 0);
        saw(66, 3, 3, 0);

        assertThat(past.moments()).extracting(Moment::from).containsExactly(BEGIN, BEGIN.plusSeconds(60));
    }

    @Test
    void forgetsWhatIsOlderThanItsSpan() {
        for (int second = 0; second < 3_000; second += 5) {
            saw(second, second, 0, 0);
        }

        assertThat(past.moments()).hasSize(Span.QUARTER_HOUR.steps());
        assertThat(past.moments().getLast().from()).isEqualTo(BEGIN.plusSeconds(2_990));

        saw(9_000, 0, 0, 0);
        assertThat(past.moments()).isEmpty();
    }

    private void saw(double second, double in, double out, @Nullable Integer behind) {
        past.saw(new Moment(
                BEGIN.plusMillis(Math.round(second * 1_000)),
                in,
                out,
                behind == null ? null : Duration.ofSeconds(behind)));
    }
}
