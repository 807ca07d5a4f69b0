package org.upprop.verification.confirmation;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.verification.link.Links;
import org.upprop.verification.list.Entries;
import org.upprop.verification.mail.Recipients;
import org.upprop.verification.submission.Submissions;

/** Deletes what nobody decided in time, and what ended long ago. Each step may run on several instances at once. */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Submissions submissions;
    private final Entries entries;
    private final Links links;
    private final Recipients recipients;
    private final MeterRegistry meters;

    Retention(Submissions submissions, Entries entries, Links links, Recipients recipients, MeterRegistry meters) {
        this.submissions = submissions;
        this.entries = entries;
        this.links = links;
        this.recipients = recipients;
        this.meters = meters;
    }

    @Scheduled(
            initialDelayString = "${upprop.retention.delay:1m}",
            fixedDelayString = "${upprop.retention.interval:1h}")
    void clearUp() {
        try {
            meters.counter("upprop.submissions", "outcome", "expired").increment(submissions.expire());
            entries.removeTurnedAway();
            links.purge();
            submissions.purge();
            submissions.purgeProofs();
            recipients.purge();
        } catch (RuntimeException away) {
            LOG.warn("Nothing was cleared up: {}", away.getClass().getName());
        }
    }
}
