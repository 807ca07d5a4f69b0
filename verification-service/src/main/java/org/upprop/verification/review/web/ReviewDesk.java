package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.signature.SignatureId;
import org.upprop.site.Words;
import org.upprop.text.InvalidValue;
import org.upprop.verification.comment.Comments;
import org.upprop.verification.desk.DeskPages;
import org.upprop.verification.report.ReportReason;
import org.upprop.verification.report.Reported;
import org.upprop.verification.report.Reports;
import org.upprop.verification.review.AuditTrail;
import org.upprop.verification.review.Likeness;
import org.upprop.verification.review.Listed;
import org.upprop.verification.review.PastAction;
import org.upprop.verification.review.ReviewAnswer;
import org.upprop.verification.review.ReviewQueue;
import org.upprop.verification.review.Reviews;
import org.upprop.verification.review.Ruling;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.review.Waiting;

/** The pages on which reviewers look at what waits, what was decided and what is listed, and decide. */
@Controller
class ReviewDesk {

    private static final int PART = 25;
    private static final String DISMISS = "dismiss-reports";
    private static final int LONGEST_SEARCH = 100;

    private final Reviews reviews;
    private final ReviewQueue queue;
    private final Reports reports;
    private final Comments comments;
    private final AuditTrail trail;
    private final Cards cards;
    private final Desks desks;
    private final DeskPages pages;

    ReviewDesk(
            Reviews reviews,
            ReviewQueue queue,
            Reports reports,
            Comments comments,
            AuditTrail trail,
            Cards cards,
            Desks desks,
            DeskPages pages) {
        this.reviews = reviews;
        this.queue = queue;
        this.reports = reports;
        this.comments = comments;
        this.trail = trail;
        this.cards = cards;
        this.desks = desks;
        this.pages = pages;
    }

    @GetMapping("/reviews")
    ResponseEntity<String> waiting(
            SignedIn who,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String appeal,
            @RequestParam(defaultValue = "") String mark,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = DeskPages.words(request);
        Waiting.Place place = Cursor.read(after).orElse(Waiting.Place.START);
        List<Waiting> found = queue.after(place, PART + 1, filter(appeal, mark));
        List<Waiting> part = found.stream().limit(PART).toList();
        Map<SignatureId, List<Likeness>> like =
                queue.like(part.stream().map(Waiting::signature).toList());
        return pages.page(
                response,
                HttpStatus.OK,
                "queue",
                words,
                new QueueSheet(
                        desks.of(who, "queue", words, request),
                        part.stream()
                                .map(one -> cards.of(one, like.getOrDefault(one.signature(), List.of()), words))
                                .toList(),
                        found.size() > PART ? Cursor.of(part.getLast().place()) : null,
                        !after.isEmpty(),
                        cards.criteria(appeal, mark, words)));
    }

    @GetMapping("/reviews/decided")
    ResponseEntity<String> decided(
            SignedIn who,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = DeskPages.words(request);
        List<PastAction> found = trail.before(number(before), PART + 1);
        List<PastAction> part = found.stream().limit(PART).toList();
        return pages.page(
                response,
                HttpStatus.OK,
                "decided",
                words,
                new DecidedSheet(
                        desks.of(who, "decided", words, request),
                        part.stream().map(action -> line(action, words)).toList(),
                        found.size() > PART ? String.valueOf(part.getLast().number()) : null));
    }

    @GetMapping("/reviews/listed")
    ResponseEntity<String> listed(
            SignedIn who,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = DeskPages.words(request);
        boolean tooLong = q.length() > LONGEST_SEARCH;
        List<Listed> found = q.isBlank() || tooLong ? List.of() : queue.listed(q, PART + 1);
        Map<SignatureId, String> beside =
                comments.shown(found.stream().map(Listed::signature).toList());
        return pages.page(
                response,
                tooLong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "listed",
                words,
                new ListedSheet(
                        desks.of(who, "listed", words, request),
                        tooLong ? "" : q,
                        tooLong ? words.say("listed.too-long", LONGEST_SEARCH) : null,
                        found.stream()
                                .limit(PART)
                                .map(one -> new ListedSheet.Line(
                                        one.signature().toString(),
                                        cards.title(one.appeal().value(), words),
                                        Cards.shown(one.released(), words),
                                        beside.get(one.signature()),
                                        words.day(one.listedAt())))
                                .toList(),
                        found.size() > PART));
    }

    @GetMapping("/reviews/reported")
    ResponseEntity<String> reported(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Words words = DeskPages.words(request);
        List<Reported> open = reports.open(PART);
        Map<SignatureId, String> beside =
                comments.shown(open.stream().map(Reported::signature).toList());
        return pages.page(
                response,
                HttpStatus.OK,
                "reported",
                words,
                new ReportedSheet(
                        desks.of(who, "reported", words, request),
                        open.stream()
                                .map(one -> line(one, beside.get(one.signature()), words))
                                .toList()));
    }

    @PostMapping(path = "/reviews/{signatureId}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> decide(
            SignedIn who,
            @PathVariable UUID signatureId,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "queue") String back,
            @RequestParam(defaultValue = "") String q) {
        String page = Desk.path(Desk.PAGES.contains(back) ? back : "queue");
        return DeskPages.to(
                page, Map.of("said", said(who, signatureId, decision, reason, seen), "about", signatureId, "q", q));
    }

    private String said(SignedIn who, UUID signatureId, String decision, String reason, String seen) {
        if (decision.equals(DISMISS)) {
            return reviews.dismissReports(who.reviewer(), new SignatureId(signatureId)) ? DISMISS : "no-reports";
        }
        Optional<Verdict> verdict = Verdict.of(decision);
        if (verdict.isEmpty()) {
            return "no-decision";
        }
        try {
            ReviewAnswer answer = reviews.decide(
                    new SignatureId(signatureId),
                    new Ruling(who.reviewer(), verdict.get(), Reason.typed(reason), moment(seen), null));
            return switch (answer) {
                case ReviewAnswer.Decided decided -> verdict.get().word();
                case ReviewAnswer.DecidedOtherwise otherwise -> verdict.get().word();
                case ReviewAnswer.ChangedMeanwhile changed -> "no-changed";
                case ReviewAnswer.Unexplained unexplained -> "no-reason";
                case ReviewAnswer.NotUnderReview unknown -> "no-longer";
            };
        } catch (InvalidValue unreadable) {
            return "no-such-reason";
        }
    }

    private ReportedSheet.Line line(Reported reported, @Nullable String beside, Words words) {
        return new ReportedSheet.Line(
                reported.signature().toString(),
                cards.title(reported.appeal().value(), words),
                Cards.shown(reported.released(), words),
                beside,
                Arrays.stream(ReportReason.values())
                        .filter(reported.times()::containsKey)
                        .map(reason -> words.say(
                                "reported." + reason.word(),
                                words.number(
                                        Objects.requireNonNull(reported.times().get(reason)))))
                        .toList(),
                reported.comments(),
                Cards.age(reported.since(), words),
                words.moment(reported.since()));
    }

    private DecidedSheet.Line line(PastAction action, Words words) {
        return new DecidedSheet.Line(
                words.has("action." + action.action()) ? words.say("action." + action.action()) : action.action(),
                action.reviewer(),
                words.moment(action.at()),
                action.appeal() == null ? null : cards.title(action.appeal(), words),
                action.entry() == null
                        ? null
                        : Cards.shown(action.entry(), words).name(),
                action.subject(),
                action.reason(),
                now(action, words),
                Desks.undo(action));
    }

    private static @Nullable String now(PastAction action, Words words) {
        if (action.comment() != null) {
            return words.say("comment.state."
                    + (action.commentNow() == null
                            ? "gone"
                            : action.commentNow().id()));
        }
        return action.signature() == null ? null : Cards.state(action.now(), words);
    }

    private static ReviewQueue.Filter filter(String appeal, String mark) {
        return new ReviewQueue.Filter(appeal.isEmpty() ? null : appeal, mark.isEmpty() ? null : mark);
    }

    /** Without it nothing was seen. */
    private static Instant moment(String seen) {
        try {
            return Instant.parse(seen);
        } catch (DateTimeParseException none) {
            return Instant.EPOCH;
        }
    }

    private static long number(String before) {
        try {
            return before.isEmpty() ? PastAction.NEXT : Long.parseLong(before);
        } catch (NumberFormatException none) {
            return PastAction.NEXT;
        }
    }
}
