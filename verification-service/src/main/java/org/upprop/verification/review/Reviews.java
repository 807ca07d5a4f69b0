package org.upprop.verification.review;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.signature.SignatureId;
import org.upprop.verification.confirmation.Consequences;
import org.upprop.verification.mail.Recipients;
import org.upprop.verification.report.Reports;
import org.upprop.verification.signature.Command;
import org.upprop.verification.signature.Outcome;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.signature.Transitions;
import org.upprop.verification.submission.Submission;
import org.upprop.verification.submission.Submissions;

/** Lets a reviewer decide about confirmed signatures that wait. Each decision is one transaction. */
@Component
public class Reviews {

    private final ReviewQueue queue;
    private final Recipients recipients;
    private final Submissions submissions;
    private final Consequences consequences;
    private final Reports reports;
    private final AuditTrail trail;
    private final MeterRegistry meters;

    Reviews(
            ReviewQueue queue,
            Recipients recipients,
            Submissions submissions,
            Consequences consequences,
            Reports reports,
            AuditTrail trail,
            MeterRegistry meters) {
        this.queue = queue;
        this.recipients = recipients;
        this.submissions = submissions;
        this.consequences = consequences;
        this.reports = reports;
        this.trail = trail;
        this.meters = meters;
    }

    /** What waits behind a place: organisations with evidence of their domain first, then whoever waits longest. */
    public List<Waiting> waiting(Waiting.Place after, int limit) {
        return queue.after(after, limit);
    }

    /**
     * Decides, and writes down who did. What is rejected is never listed, unless that is undone within 7 days; then
     * everything personal of it is deleted. What is taken off the list can be put back within 30 days.
     *
     * @param reason kept as long as the decision stands, nothing where none was given
     */
    @Transactional
    public ReviewAnswer decide(Reviewer by, SignatureId id, Verdict verdict, @Nullable String reason) {
        return decide(by, id, verdict, reason, null);
    }

    /**
     * Decides as part of an action on many.
     *
     * @param bulk that action's id
     */
    @Transactional
    public ReviewAnswer decide(
            Reviewer by, SignatureId id, Verdict verdict, @Nullable String reason, @Nullable UUID bulk) {
        return recipients
                .locked(() -> submissions.find(id), Submission::recipient)
                .map(signature -> reason == null && bulk == null && verdict.isToBeExplained(signature.state())
                        ? new ReviewAnswer.Unexplained()
                        : carryOut(by, signature, verdict, reason, bulk))
                .orElseGet(ReviewAnswer.NotUnderReview::new);
    }

    /** Lets an entry stay as it is, whatever was reported of it. False where nothing was, or somebody else was faster. */
    @Transactional
    public boolean dismissReports(Reviewer by, SignatureId id) {
        boolean dismissed = reports.close(id, false);
        if (dismissed) {
            trail.noted(by, "dismiss-reports", id, null, null);
        }
        return dismissed;
    }

    private ReviewAnswer carryOut(
            Reviewer by, Submission signature, Verdict verdict, @Nullable String reason, @Nullable UUID bulk) {
        Command.OfReviewer command = verdict.command(reason);
        Outcome outcome = Transitions.decide(signature.state(), command);
        meters.counter("upprop.decisions", "command", command.id(), "outcome", outcome.id())
                .increment();
        return switch (outcome) {
            case Outcome.Moved(SignatureState to) -> {
                if (!consequences.follow(signature, command, to)) {
                    yield new ReviewAnswer.DecidedOtherwise();
                }
                if (verdict == Verdict.TAKE_OFF) {
                    reports.close(signature.signature(), true);
                }
                trail.moved(by, verdict, signature.signature(), signature.state(), to, reason, bulk);
                yield new ReviewAnswer.Decided(to);
            }
            case Outcome.Stays(SignatureState in) ->
                in == verdict.state() ? new ReviewAnswer.Decided(in) : new ReviewAnswer.DecidedOtherwise();
            case Outcome.Illegal illegal -> new ReviewAnswer.NotUnderReview();
        };
    }
}
