package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.upprop.verification.comment.CommentVerdict;
import org.upprop.verification.comment.WaitingComment;
import org.upprop.verification.review.CommentAnswer;
import org.upprop.verification.review.CommentReviews;

/** The page on which reviewers read comments, and where the forms about comments go from whichever page. */
@Controller
class CommentDesk {

    private final CommentReviews reviews;
    private final Cards cards;
    private final Desks desks;
    private final DeskPages pages;

    CommentDesk(CommentReviews reviews, Cards cards, Desks desks, DeskPages pages) {
        this.reviews = reviews;
        this.cards = cards;
        this.desks = desks;
        this.pages = pages;
    }

    @GetMapping("/reviews/comments")
    ResponseEntity<String> waiting(
            SignedIn who,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String appeal,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = DeskPages.words(request);
        Part<CommentsSheet.Line> part = Part.read(
                Cursor.readComment(after).orElse(WaitingComment.Place.START),
                Part.OF_A_PAGE,
                (place, most) -> reviews.waiting(who.reviewer(), appeal, place, most),
                one -> line(one, words),
                one -> Cursor.of(one.place()));
        return pages.page(
                response,
                HttpStatus.OK,
                "comments",
                words,
                new CommentsSheet(desks.of(who, "comments", words, request), part.items(), part.next(), appeal));
    }

    @PostMapping(path = "/reviews/comments/{signatureId}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> decide(
            SignedIn who,
            @PathVariable UUID signatureId,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "comments") String back,
            @RequestParam(defaultValue = "") String q) {
        String page = Desk.path(Desk.PAGES.contains(back) ? back : "comments");
        return DeskPages.to(
                page, Map.of("said", said(who, signatureId, decision, reason), "comment", signatureId, "q", q));
    }

    private String said(SignedIn who, UUID signatureId, String decision, String reason) {
        Optional<CommentVerdict> verdict = CommentVerdict.ofAction(decision);
        if (verdict.isEmpty()) {
            return "no-decision";
        }
        try {
            CommentAnswer answer =
                    reviews.decide(who.reviewer(), new SignatureId(signatureId), verdict.get(), Reason.typed(reason));
            return switch (answer) {
                case CommentAnswer.Decided decided -> decision;
                case CommentAnswer.DecidedOtherwise otherwise -> decision;
                case CommentAnswer.Unexplained unexplained -> "no-reason";
                case CommentAnswer.NoComment none -> "no-comment";
            };
        } catch (InvalidValue unreadable) {
            return "no-such-reason";
        }
    }

    private CommentsSheet.Line line(WaitingComment comment, Words words) {
        return new CommentsSheet.Line(
                comment.signature().toString(),
                cards.title(comment.appeal().value(), words),
                Cards.shown(comment.released(), words),
                comment.text(),
                Cards.age(comment.since(), words),
                words.moment(comment.since()));
    }
}
