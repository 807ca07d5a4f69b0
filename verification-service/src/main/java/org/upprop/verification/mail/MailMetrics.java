package org.upprop.verification.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many mails are owed; not a number while the database does not tell. */
@Component
class MailMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(MailMetrics.class);

    private final OwedMails mails;
    private volatile double owed = Double.NaN;

    MailMetrics(OwedMails mails, MeterRegistry meters) {
        this.mails = mails;
        Gauge.builder("upprop.mail.queue", this, metrics -> metrics.owed)
                .description("Mails that are owed")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${upprop.metrics.interval:5s}")
    void look() {
        try {
            owed = mails.size();
        } catch (RuntimeException away) {
            owed = Double.NaN;
            LOG.debug("The queue of mails does not answer", away);
        }
    }
}
