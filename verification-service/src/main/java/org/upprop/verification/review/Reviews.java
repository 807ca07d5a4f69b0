package org.upprop.verification.review;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
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
    public List<Waiting> waiting(Reviewer by, Waiting.Place after, int limit) {
        return queue.after(after, limit, new ReviewQueue.Filter(null, null, by.remit()));
    }

    /**
     * Decides, and writes down who did. What is rejected is never listed, unless that is undone within 7 days; then
     * everything personal of it is deleted. What is taken off the list can be put back within 30 days.
     */
    @Transactional
    public ReviewAnswer decide(SignatureId id, Ruling ruling) {
        return recipients
                .locked(() -> submissions.find(id), Submission::recipient)
                .filter(signature -> ruling.by().remit().covers(signature.appeal()))
                .map(signature ->
                        isUnexplained(signature, ruling) ? new ReviewAnswer.Unexplained() : carryOut(signature, ruling))
                .orElseGet(ReviewAnswer.NotUnderReview::new);
    }

    /** Takes back what an action on many made of a signature, as long as no reviewer has said anything of it since. */
    @Transactional
    public ReviewAnswer undo(Reviewer by, SignatureId id, UUID bulk) {
        return recipients
                .locked(() -> submissions.find(id), Submission::recipient)
                .map(signature -> trail.isLast(id, bulk)
                        ? carryOut(signature, new Ruling(by, Verdict.REOPEN, null, null, bulk))
                        : new ReviewAnswer.DecidedOtherwise())
                .orElseGet(ReviewAnswer.NotUnderReview::new);
    }

    private static boolean isUnexplained(Submission signature, Ruling ruling) {
        return ruling.reason() == null && ruling.verdict().isToBeExplained(signature.state());
    }

    /** Lets an entry stay as it is, whatever was reported of it. False where nothing was, or somebody else was faster. */
    @Transactional
    public boolean dismissReports(Reviewer by, SignatureId id) {
        boolean dismissed = submissions
                .find(id)
                .filter(signature -> by.remit().covers(signature.appeal()))
                .map(signature -> reports.close(id, false))
                .orElse(false);
        if (dismissed) {
            trail.noted(by, "dismiss-reports", id, null, null);
        }
        return dismissed;
    }

    private ReviewAnswer carryOut(Submission signature, Ruling ruling) {
        Verdict verdict = ruling.verdict();
        Command.OfReviewer command = verdict.command(ruling.reason());
        Outcome outcome = Transitions.decide(signature.state(), command);
        meters.counter("upprop.decisions", "command", command.id(), "outcome", outcome.id())
                .increment();
        return switch (outcome) {
            case Outcome.Moved(SignatureState to) -> {
                if (!isWhatWasSeen(signature, ruling)) {
                    yield new ReviewAnswer.ChangedMeanwhile();
                }
                if (!consequences.follow(signature, command, to)) {
                    yield new ReviewAnswer.DecidedOtherwise();
                }
                if (verdict == Verdict.TAKE_OFF) {
                    reports.close(signature.signature(), true);
                }
                trail.moved(ruling, signature.signature(), signature.state(), to);
                yield new ReviewAnswer.Decided(to);
            }
            case Outcome.Stays(SignatureState in) ->
                in == verdict.state() ? new ReviewAnswer.Decided(in) : new ReviewAnswer.DecidedOtherwise();
            case Outcome.Illegal illegal -> new ReviewAnswer.NotUnderReview();
        };
    }

    /** Whoever changes what waits lets it wait anew. */
    private boolean isWhatWasSeen(Submission signature, Ruling ruling) {
        return ruling.seen() == null
                || !ruling.verdict().isOfWhatWaits()
                || queue.since(signature.signature())
                        .filter(ruling.seen()::equals)
                        .isPresent();
    }
}
