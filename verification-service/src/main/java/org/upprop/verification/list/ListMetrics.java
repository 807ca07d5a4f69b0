package org.upprop.verification.list;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many entries the list was not told of; not a number while the database does not tell. */
@Component
class ListMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(ListMetrics.class);

    private final Outbox outbox;
    private volatile double ahead = Double.NaN;

    ListMetrics(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        Gauge.builder("upprop.relay.lag.rows", this, metrics -> metrics.ahead)
                .description("Entries whose present state the list was not told")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${upprop.metrics.interval:5s}")
    void look() {
        try {
            ahead = outbox.size();
        } catch (RuntimeException away) {
            ahead = Double.NaN;
            LOG.debug("The outbox does not answer", away);
        }
    }
}
