package org.upprop.verification.confirmation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.verification.job.JobProperties;
import org.upprop.verification.job.Jobs;
import org.upprop.verification.link.Links;
import org.upprop.verification.list.Entries;
import org.upprop.verification.mail.Recipients;
import org.upprop.verification.submission.Arrivals;
import org.upprop.verification.submission.Submissions;

/**
 * Deletes what nobody decided in time, and what ended long ago. It goes in parts, which two instances may
 * do at once, since no statement may take as long as a whole campaign would.
 */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final int PART = 1_000;

    private final Submissions submissions;
    private final Arrivals arrivals;
    private final Entries entries;
    private final Links links;
    private final Recipients recipients;
    private final MeterRegistry meters;
    private final Jobs jobs;
    private final JobProperties every;

    Retention(
            Submissions submissions,
            Arrivals arrivals,
            Entries entries,
            Links links,
            Recipients recipients,
            MeterRegistry meters,
            Jobs jobs,
            JobProperties every) {
        this.submissions = submissions;
        this.arrivals = arrivals;
        this.entries = entries;
        this.links = links;
        this.recipients = recipients;
        this.meters = meters;
        this.jobs = jobs;
        this.every = every;
    }

    @Scheduled(initialDelayString = Jobs.FIRST, fixedRateString = Jobs.LOOK)
    void clearUpByTheClock() {
        jobs.once("retention", every.retention(), this::clearUp);
    }

    void clearUp() {
        inParts("what nobody decided", this::expire);
        inParts("what was turned away", entries::removeTurnedAway);
        inParts("links", links::purge);
        inParts("tries of codes", links::purgeTries);
        inParts("submissions", submissions::purge);
        inParts("proofs of work", arrivals::purgeProofs);
        inParts("recipients", recipients::purge);
    }

    /** What fails is tried again at the next run, and the other steps go on. */
    private static void inParts(String what, IntUnaryOperator part) {
        try {
            while (part.applyAsInt(PART) >= PART) {
                LOG.debug("Cleared up {} of: {}", PART, what);
            }
        } catch (RuntimeException away) {
            LOG.warn("Not cleared up: {}: {}", what, away.getClass().getName());
        }
    }

    private int expire(int most) {
        int expired = submissions.expire(most);
        meters.counter("upprop.submissions", "outcome", "expired").increment(expired);
        return expired;
    }
}
