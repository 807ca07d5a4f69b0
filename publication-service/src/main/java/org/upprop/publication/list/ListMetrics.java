package org.upprop.publication.list;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.metrics.SampledGauge;

@Configuration(proxyBeanMethods = false)
class ListMetrics {

    @Bean
    SampledGauge entriesOnTheLists(Counts counts, MeterRegistry meters) {
        return new SampledGauge(meters, "upprop.list.entries", "Entries on all lists", counts::ofAllLists);
    }

    @Bean
    SampledGauge countsToTell(CountOutbox counts, MeterRegistry meters) {
        return new SampledGauge(meters, "upprop.counts.waiting", "Counts that nobody was told yet", counts::size);
    }
}
