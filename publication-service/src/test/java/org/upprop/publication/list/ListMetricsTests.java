package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ListMetricsTests {

    private final Counts counts = mock();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ListMetrics metrics = new ListMetrics(counts, meters);

    @Test
    void saysWhatItLastSawWithoutAskingTheDatabase() {
        given(counts.ofAllLists()).willReturn(7L);
        metrics.look();

        assertThat(entries()).isEqualTo(7);
        assertThat(entries()).isEqualTo(7);
        then(counts).should().ofAllLists();
    }

    @Test
    void saysNoNumberWhileTheDatabaseIsAway() {
        given(counts.ofAllLists()).willReturn(7L).willThrow(new DataAccessResourceFailureException("away"));
        metrics.look();
        metrics.look();

        assertThat(entries()).isNaN();
    }

    private double entries() {
        return meters.get("upprop.list.entries").gauge().value();
    }
}
