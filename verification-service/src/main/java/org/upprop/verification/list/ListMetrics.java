package org.upprop.verification.list;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.metrics.SampledGauge;

@Configuration(proxyBeanMethods = false)
class ListMetrics {

    @Bean
    SampledGauge entriesAhead(Outbox outbox, MeterRegistry meters) {
        return new SampledGauge(
                meters, "upprop.relay.lag.rows", "Entries whose present state the list was not told", outbox::size);
    }

    @Bean
    SampledGauge entriesHeld(Held held, MeterRegistry meters) {
        return new SampledGauge(
                meters,
                "upprop.relay.held.rows",
                "Entries that wait for the end of their window, where signatories are at risk",
                held::size);
    }

    @Bean
    SampledGauge relayLag(Outbox outbox, MeterRegistry meters) {
        return new SampledGauge(
                meters,
                "upprop.relay.lag.seconds",
                "How long the list was not told the present state of the first of them",
                () -> outbox.lag().toSeconds());
    }
}
