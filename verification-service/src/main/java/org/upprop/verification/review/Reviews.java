package org.upprop.verification.review;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.signature.SignatureId;
import org.upprop.verification.list.Entries;
import org.upprop.verification.list.EntryChanged;
import org.upprop.verification.mail.MailKind;
import org.upprop.verification.mail.MailOwed;
import org.upprop.verification.mail.OwedMail;
import org.upprop.verification.mail.OwedMails;
import org.upprop.verification.mail.Recipients;
import org.upprop.verification.signature.Outcome;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.signature.Transitions;
import org.upprop.verification.submission.Submissions;

/** Lets a reviewer decide about confirmed signatures that wait. Each decision is one transaction. */
@Component
public class Reviews {

    private final ReviewQueue queue;
    private final Recipients recipients;
    private final Submissions submissions;
    private final Entries entries;
    private final OwedMails mails;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;

    Reviews(
            ReviewQueue queue,
            Recipients recipients,
            Submissions submissions,
            Entries entries,
            OwedMails mails,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.queue = queue;
        this.recipients = recipients;
        this.submissions = submissions;
        this.entries = entries;
        this.mails = mails;
        this.events = events;
        this.meters = meters;
    }

    /** What waits behind a place: organisations with evidence of their domain first, then whoever waits longest. */
    public List<Waiting> waiting(Waiting.Place after, int limit) {
        return queue.after(after, limit);
    }

    /**
     * Decides. What is rejected is never listed, and everything personal of it is deleted, as when its owner takes it
     * back.
     *
     * @param reason kept as long as the decision stands, nothing where none was given
     */
    @Transactional
    public ReviewAnswer decide(SignatureId id, Verdict verdict, @Nullable String reason) {
        return locked(id)
                .map(signature -> carryOut(signature, verdict, reason))
                .orElseGet(ReviewAnswer.NotUnderReview::new);
    }

    /** Of its owner and a reviewer who come at once the second waits here, and then finds what the first has done. */
    private Optional<Reviewed> locked(SignatureId id) {
        return queue.find(id).flatMap(signature -> {
            recipients.lock(List.of(signature.recipient()));
            return queue.find(id);
        });
    }

    private ReviewAnswer carryOut(Reviewed signature, Verdict verdict, @Nullable String reason) {
        Outcome outcome = Transitions.decide(signature.state(), verdict.command());
        meters.counter("upprop.decisions", "command", verdict.command().id(), "outcome", outcome.id())
                .increment();
        return switch (outcome) {
            case Outcome.Moved(SignatureState to) -> {
                follow(signature, verdict, to, reason);
                yield new ReviewAnswer.Decided(to);
            }
            case Outcome.Stays(SignatureState in) ->
                in == verdict.state() ? new ReviewAnswer.Decided(in) : new ReviewAnswer.DecidedOtherwise();
            case Outcome.Illegal illegal -> new ReviewAnswer.NotUnderReview();
        };
    }

    private void follow(Reviewed signature, Verdict verdict, SignatureState to, @Nullable String reason) {
        SignatureId id = signature.signature();
        if (!submissions.move(id, signature.state(), to, reason)) {
            throw new IllegalStateException("A signature moved although its recipient is locked");
        }
        mails.drop(List.of(id));
        switch (verdict) {
            case APPROVE -> {
                entries.list(id);
                mails.owe(List.of(new OwedMail(MailKind.LISTED, id, signature.recipient())));
                events.publishEvent(new MailOwed());
                events.publishEvent(new EntryChanged());
            }
            case REJECT -> entries.remove(id);
        }
    }
}
