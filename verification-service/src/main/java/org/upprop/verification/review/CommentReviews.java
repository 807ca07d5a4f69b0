package org.upprop.verification.review;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.SignatureId;
import org.upprop.verification.comment.CommentVerdict;
import org.upprop.verification.comment.Comments;
import org.upprop.verification.comment.WaitingComment;
import org.upprop.verification.list.EntryChanged;
import org.upprop.verification.mail.Recipients;
import org.upprop.verification.submission.Submission;
import org.upprop.verification.submission.Submissions;

/**
 * Lets a reviewer decide about comments; the signatures that they belong to stay as they are. Where an appeal takes no
 * comments any more, those that wait are seen by nobody, and those that are shown stay until they are taken off.
 */
@Component
public class CommentReviews {

    private final Comments comments;
    private final Recipients recipients;
    private final Submissions submissions;
    private final AppealBook appeals;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;

    CommentReviews(
            Comments comments,
            Recipients recipients,
            Submissions submissions,
            AppealBook appeals,
            AuditTrail trail,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.comments = comments;
        this.recipients = recipients;
        this.submissions = submissions;
        this.appeals = appeals;
        this.trail = trail;
        this.events = events;
        this.meters = meters;
    }

    /** Whether any appeal of theirs takes comments. */
    public boolean areTaken(Reviewer by) {
        return !taking(by).isEmpty();
    }

    /**
     * What waits behind a place: whatever waits longest comes first.
     *
     * @param appeal the one it is to be of; of all of theirs where it is empty
     */
    public List<WaitingComment> waiting(Reviewer by, String appeal, WaitingComment.Place after, int limit) {
        List<AppealSlug> wanted = taking(by).stream()
                .filter(slug -> appeal.isEmpty() || slug.value().equals(appeal))
                .toList();
        return comments.waiting(wanted, after, limit);
    }

    /** How many wait, counted up to a limit. */
    public int size(Reviewer by, int limit) {
        return comments.size(taking(by), limit);
    }

    /** Decides in one transaction, and writes down who did. */
    @Transactional
    public CommentAnswer decide(Reviewer by, SignatureId id, CommentVerdict verdict, @Nullable String reason) {
        return recipients
                .locked(() -> submissions.find(id), Submission::recipient)
                .filter(signature -> by.remit().covers(signature.appeal()))
                .filter(signature ->
                        verdict != CommentVerdict.RELEASE || taking(by).contains(signature.appeal()))
                .flatMap(signature -> comments.find(id)
                        .map(standing -> verdict.isToBeExplained(standing.state()) && reason == null
                                ? new CommentAnswer.Unexplained()
                                : carryOut(by, signature, standing, verdict, reason)))
                .orElseGet(CommentAnswer.NoComment::new);
    }

    private CommentAnswer carryOut(
            Reviewer by,
            Submission signature,
            Comments.Standing standing,
            CommentVerdict verdict,
            @Nullable String reason) {
        SignatureId id = signature.signature();
        boolean moved = verdict.moves(standing.state())
                && comments.move(
                        id,
                        standing.state(),
                        verdict.state(),
                        verdict.isToBeExplained(standing.state()) ? reason : null,
                        appeals.get(signature.appeal()).policy().atRisk());
        meters.counter("upprop.comments", "verdict", verdict.action(), "outcome", moved ? "moved" : "decided-before")
                .increment();
        if (!moved) {
            return standing.state() == verdict.state()
                    ? new CommentAnswer.Decided(verdict.state())
                    : new CommentAnswer.DecidedOtherwise();
        }
        trail.moved(by, id, verdict, reason);
        events.publishEvent(new EntryChanged());
        return new CommentAnswer.Decided(verdict.state());
    }

    private List<AppealSlug> taking(Reviewer by) {
        return appeals.all().stream()
                .filter(appeal -> appeal.policy().comments() == Policy.Comments.REVIEW)
                .map(Appeal::slug)
                .filter(by.remit()::covers)
                .toList();
    }
}
