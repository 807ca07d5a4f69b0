package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.signature.SignatureId;
import org.upprop.site.Words;
import org.upprop.verification.report.Reports;
import org.upprop.verification.review.AuditTrail;
import org.upprop.verification.review.CommentReviews;
import org.upprop.verification.review.PastAction;
import org.upprop.verification.review.ReviewQueue;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.signature.SignatureState;

/** Lays out what stands on every page of reviewers. */
@Component
class Desks {

    private static final int MOST_COUNTED = 10_000;

    private final ReviewQueue queue;
    private final Reports reports;
    private final CommentReviews comments;
    private final AuditTrail trail;

    Desks(ReviewQueue queue, Reports reports, CommentReviews comments, AuditTrail trail) {
        this.queue = queue;
        this.reports = reports;
        this.comments = comments;
        this.trail = trail;
    }

    Desk of(SignedIn who, String here, Words words, HttpServletRequest request) {
        Reviewer by = who.reviewer();
        return new Desk(
                by.name(),
                by.remit().isAll(),
                who.proof(),
                here,
                counted(queue.size(MOST_COUNTED + 1, by.remit()), words),
                counted(reports.size(MOST_COUNTED + 1, by.remit()), words),
                comments.areTaken(by) ? counted(comments.size(by, MOST_COUNTED + 1), words) : null,
                banner(by, request, words));
    }

    private static String counted(int found, Words words) {
        return found > MOST_COUNTED ? words.say("desk.more-than", words.number(MOST_COUNTED)) : words.number(found);
    }

    private Desk.@Nullable Banner banner(Reviewer by, HttpServletRequest request, Words words) {
        String said = request.getParameter("said");
        if (said == null || said.isEmpty()) {
            return null;
        }
        return about(request.getParameter("comment"))
                .map(signature -> afterComment(said, ofTheirs(by, trail.lastOfComment(signature)), words))
                .or(() -> about(request.getParameter("about"))
                        .map(signature -> afterDecision(said, ofTheirs(by, trail.last(signature)), words)))
                .orElseGet(() -> words.has("said." + said)
                        ? new Desk.Banner(words.say("said." + said), said.startsWith("no-"), null)
                        : null);
    }

    private static @Nullable PastAction ofTheirs(Reviewer by, Optional<PastAction> last) {
        return last.filter(action -> by.remit().covers(action.appeal())).orElse(null);
    }

    /** What became of a signature is read anew, so that the page never says more than what stands. */
    private static Desk.Banner afterDecision(String said, @Nullable PastAction last, Words words) {
        if (words.has("said." + said)) {
            return new Desk.Banner(words.say("said." + said), said.startsWith("no-"), null);
        }
        if (last == null || last.now() == null || last.now() == SignatureState.WITHDRAWN) {
            return new Desk.Banner(words.say("decided.gone"), true, null);
        }
        boolean asSaid = last.action().equals(said)
                && (last.now() == last.to() || last.now() == SignatureState.CHANGE_AWAITING_REVIEW);
        return banner(last, asSaid, words);
    }

    private static Desk.Banner afterComment(String said, @Nullable PastAction last, Words words) {
        if (words.has("said." + said)) {
            return new Desk.Banner(words.say("said." + said), said.startsWith("no-"), null);
        }
        if (last == null || last.commentNow() == null) {
            return new Desk.Banner(words.say("said.no-comment"), true, null);
        }
        return banner(last, last.action().equals(said), words);
    }

    private static Desk.Banner banner(PastAction last, boolean asSaid, Words words) {
        String text = words.say(
                asSaid ? "decided.now" : "decided.before",
                last.entry() == null ? "" : Cards.shown(last.entry(), words).name(),
                words.say("action." + last.action()),
                last.reviewer(),
                words.moment(last.at()));
        return new Desk.Banner(text, !asSaid, undo(last));
    }

    static Desk.@Nullable Undo undo(PastAction action) {
        SignatureId signature = action.signature();
        if (signature == null) {
            return null;
        }
        return action.undo()
                .map(verdict -> new Desk.Undo(
                        "/reviews/",
                        signature.toString(),
                        verdict.word(),
                        verdict.isToBeExplained(Objects.requireNonNull(action.now())) ? "reason.hint" : null))
                .or(() -> action.undoOfComment()
                        .map(verdict -> new Desk.Undo(
                                "/reviews/comments/",
                                signature.toString(),
                                verdict.action(),
                                verdict.isToBeExplained(Objects.requireNonNull(action.commentNow()))
                                        ? "reason.hint.comment"
                                        : null)))
                .orElse(null);
    }

    private static Optional<SignatureId> about(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : Optional.of(new SignatureId(UUID.fromString(id)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
