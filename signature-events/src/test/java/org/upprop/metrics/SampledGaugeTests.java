package org.upprop.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class SampledGaugeTests {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void saysWhatItLastSawWithoutLookingAgain() {
        AtomicInteger looks = new AtomicInteger();
        SampledGauge gauge = gauge(() -> 6 + looks.incrementAndGet());
        assertThat(value()).isNaN();

        gauge.look();

        assertThat(value()).isEqualTo(7);
        assertThat(value()).isEqualTo(7);
        assertThat(looks).hasValue(1);
    }

    @Test
    void saysNoNumberWhileTheLookUpFails() {
        AtomicInteger looks = new AtomicInteger();
        SampledGauge gauge = gauge(() -> {
            if (looks.incrementAndGet() > 1) {
                throw new IllegalStateException("away");
            }
            return 7;
        });
        gauge.look();
        gauge.look();

        assertThat(value()).isNaN();
    }

    private SampledGauge gauge(LongSupplier lookUp) {
        return new SampledGauge(meters, "entries", "Entries", lookUp);
    }

    private double value() {
        return meters.get("entries").gauge().value();
    }
}
