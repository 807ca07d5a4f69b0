package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.site.Words;
import org.upprop.verification.review.AuditTrail;
import org.upprop.verification.review.PastAction;

/** The page on which reviewers see what was decided. */
@Controller
class DecidedDesk {

    private final AuditTrail trail;
    private final Cards cards;
    private final Desks desks;
    private final DeskPages pages;

    DecidedDesk(AuditTrail trail, Cards cards, Desks desks, DeskPages pages) {
        this.trail = trail;
        this.cards = cards;
        this.desks = desks;
        this.pages = pages;
    }

    @GetMapping("/reviews/decided")
    ResponseEntity<String> decided(
            SignedIn who,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = DeskPages.words(request);
        Part<DecidedSheet.Line> part = Part.read(
                number(before),
                Part.OF_A_PAGE,
                (action, most) -> trail.before(action, most, who.reviewer().remit()),
                action -> line(action, words),
                action -> String.valueOf(action.number()));
        return pages.page(
                response,
                HttpStatus.OK,
                "decided",
                words,
                new DecidedSheet(desks.of(who, "decided", words, request), part.items(), part.next()));
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

    private static long number(String before) {
        try {
            return before.isEmpty() ? PastAction.NEXT : Long.parseLong(before);
        } catch (NumberFormatException none) {
            return PastAction.NEXT;
        }
    }
}
