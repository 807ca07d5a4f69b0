package org.upprop.verification.review.bulk;

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

    @Scheduled(initialDelayString = Jobs.FIRST, fixedRateString = Jobs.LOOK)
    void clearUpByTheClock() {
        jobs.once("review-retention", every.retention(), this::clearUp);
    }

    void clearUp() {
        sessions.purge();
        trail.purge();
        reports.purge();
        bulks.purge();
    }
}
