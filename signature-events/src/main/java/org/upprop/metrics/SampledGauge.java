package org.upprop.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * A number that is looked up on a schedule, so that whoever reads the metrics waits for no database. It is not a number
 * while the look-up fails.
 */
public final class SampledGauge {

    private static final Logger LOG = LoggerFactory.getLogger(SampledGauge.class);

    private final String name;
    private final LongSupplier lookUp;
    private volatile double seen = Double.NaN;

    public SampledGauge(MeterRegistry meters, String name, String description, LongSupplier lookUp) {
        this.name = name;
        this.lookUp = lookUp;
        Gauge.builder(name, this, gauge -> gauge.seen).description(description).register(meters);
    }

    @Scheduled(fixedDelayString = "${upprop.metrics.interval:5s}")
    void look() {
        try {
            seen = lookUp.getAsLong();
        } catch (RuntimeException away) {
            seen = Double.NaN;
            LOG.debug("{} cannot be looked up", name, away);
        }
    }
}
