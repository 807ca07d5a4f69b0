package org.upprop.publication.list;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many entries the lists have; not a number while the database does not tell. */
@Component
class ListMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(ListMetrics.class);

    private final Counts counts;
    private volatile double entries = Double.NaN;

    ListMetrics(Counts counts, MeterRegistry meters) {
        this.counts = counts;
        Gauge.builder("upprop.list.entries", this, metrics -> metrics.entries)
                .description("Entries on all lists")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${upprop.metrics.interval:5s}")
    void look() {
        try {
            entries = counts.ofAllLists();
        } catch (RuntimeException away) {
            entries = Double.NaN;
            LOG.debug("The lists do not answer", away);
        }
    }
}
