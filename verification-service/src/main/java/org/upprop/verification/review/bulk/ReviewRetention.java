package org.upprop.verification.review.bulk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.verification.job.JobProperties;
import org.upprop.verification.job.Jobs;
import org.upprop.verification.report.Reports;
import org.upprop.verification.review.AuditTrail;
import org.upprop.verification.review.ReviewerSessions;

/** Forgets what reviewers need no longer. */
@Component
class ReviewRetention {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewRetention.class);

    private final ReviewerSessions sessions;
    private final AuditTrail trail;
    private final Reports reports;
    private final Bulks bulks;
    private final Jobs jobs;
    private final JobProperties every;

    ReviewRetention(
            ReviewerSessions sessions, AuditTrail trail, Reports reports, Bulks bulks, Jobs jobs, JobProperties every) {
        this.sessions = sessions;
        this.trail = trail;
        this.reports = reports;
        this.bulks = bulks;
        this.jobs = jobs;
        this.every = every;
    }

    // At a fixed rate each run has a thread of its own, so that it waits for no other.
    @Scheduled(initialDelayString = "${upprop.jobs.delay:1m}", fixedRateString = "${upprop.jobs.look:30s}")
    void clearUpByTheClock() {
        jobs.once("review-retention", every.retention(), this::clearUp);
    }

    void clearUp() {
        try {
            sessions.purge();
            trail.purge();
            reports.purge();
            bulks.purge();
        } catch (RuntimeException away) {
            LOG.warn("Nothing of reviewers was cleared up: {}", away.getClass().getName());
        }
    }
}
