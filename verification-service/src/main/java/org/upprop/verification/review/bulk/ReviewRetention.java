package org.upprop.verification.review.bulk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.verification.report.Reports;
import org.upprop.verification.review.AuditTrail;
import org.upprop.verification.review.ReviewerSessions;

/** Forgets what reviewers need no longer. Each step may run on several instances at once. */
@Component
class ReviewRetention {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewRetention.class);

    private final ReviewerSessions sessions;
    private final AuditTrail trail;
    private final Reports reports;
    private final Bulks bulks;

    ReviewRetention(ReviewerSessions sessions, AuditTrail trail, Reports reports, Bulks bulks) {
        this.sessions = sessions;
        this.trail = trail;
        this.reports = reports;
        this.bulks = bulks;
    }

    // At a fixed rate each run has a thread of its own, so that it waits for no other.
    @Scheduled(initialDelayString = "${upprop.retention.delay:1m}", fixedRateString = "${upprop.retention.interval:1h}")
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
