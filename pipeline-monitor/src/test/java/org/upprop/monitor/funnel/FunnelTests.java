package org.upprop.monitor.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelTests {

    private static final Instant BEGIN = Instant.parse("2022-01-12T10:00:00Z");

    private final Funnel funnel = new Funnel(
            BEGIN.plusSeconds(150),
            BEGIN,
            60,
            3,
            List.of(
                    new Count("one", BEGIN, 8, 4, 2, 1),
                    new Count("one", BEGIN.plusSeconds(120), 80, 40, 20, 10),
                    new Count("other", BEGIN, 1, 1, 1, 1)));

    @Test
    void addsUpOverStepsAndOverAppeals() {
        assertThat(funnel.total()).isEqualTo(new Passed(89, 45, 23, 12));
        assertThat(funnel.byAppeal())
                .containsEntry("one", new Passed(88, 44, 22, 11))
                .containsEntry("other", new Passed(1, 1, 1, 1))
                .hasSize(2);
        assertThat(funnel.byStep())
                .containsEntry(BEGIN, new Passed(9, 5, 3, 2))
                .containsEntry(BEGIN.plusSeconds(120), new Passed(80, 40, 20, 10))
                .hasSize(2);
    }

    @Test
    void isNothingWhereNothingCame() {
        assertThat(new Funnel(BEGIN, BEGIN, 60, 3, List.of()).total()).isEqualTo(new Passed(0, 0, 0, 0));
    }
}
