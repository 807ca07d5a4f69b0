package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import org.upprop.verification.review.Likeness;
import org.upprop.verification.review.ReviewAnswer;
import org.upprop.verification.review.ReviewQueue;
import org.upprop.verification.review.Reviews;
import org.upprop.verification.review.Ruling;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.review.Waiting;

/** The page on which reviewers look at what waits, and where the forms about signatures go from whichever page. */
@Controller
class ReviewDesk {

    private static final String DISMISS = "dismiss-reports";

    private final Reviews reviews;
    private final ReviewQueue queue;
    private final Cards cards;
    private final Desks desks;
    private final DeskPages pages;

    ReviewDesk(Reviews reviews, ReviewQueue queue, Cards cards, Desks desks, DeskPages pages) {
        this.reviews = reviews;
        this.queue = queue;
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
        Part<Waiting> part = Part.read(
                Cursor.read(after).orElse(Waiting.Place.START),
                Part.OF_A_PAGE,
                (place, most) -> queue.after(place, most, filter(who, appeal, mark)),
                Function.identity(),
                one -> Cursor.of(one.place()));
        Map<SignatureId, List<Likeness>> like =
                queue.like(part.items().stream().map(Waiting::signature).toList());
        return pages.page(
                response,
                HttpStatus.OK,
                "queue",
                words,
                new QueueSheet(
                        desks.of(who, "queue", words, request),
                        part.items().stream()
                                .map(one -> cards.of(one, like.getOrDefault(one.signature(), List.of()), words))
                                .toList(),
                        part.next(),
                        !after.isEmpty(),
                        cards.criteria(who.reviewer(), appeal, mark, words)));
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

    private static ReviewQueue.Filter filter(SignedIn who, String appeal, String mark) {
        return new ReviewQueue.Filter(
                appeal.isEmpty() ? null : appeal,
                mark.isEmpty() ? null : mark,
                who.reviewer().remit());
    }

    /** Without it nothing was seen. */
    private static Instant moment(String seen) {
        try {
            return Instant.parse(seen);
        } catch (DateTimeParseException none) {
            return Instant.EPOCH;
        }
    }
}
