package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.signature.SignatureId;
import org.upprop.site.Words;
import org.upprop.verification.comment.Comments;
import org.upprop.verification.report.ReportReason;
import org.upprop.verification.report.Reported;
import org.upprop.verification.report.Reports;
import org.upprop.verification.review.Listed;
import org.upprop.verification.review.ReviewQueue;

/** The pages on which reviewers look at what is on the list: what they search for, and what readers report. */
@Controller
class EntryDesk {

    private static final int LONGEST_SEARCH = 100;

    private final ReviewQueue queue;
    private final Reports reports;
    private final Comments comments;
    private final Cards cards;
    private final Desks desks;
    private final DeskPages pages;

    EntryDesk(ReviewQueue queue, Reports reports, Comments comments, Cards cards, Desks desks, DeskPages pages) {
        this.queue = queue;
        this.reports = reports;
        this.comments = comments;
        this.cards = cards;
        this.desks = desks;
        this.pages = pages;
    }

    @GetMapping("/reviews/listed")
    ResponseEntity<String> listed(
            SignedIn who,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = DeskPages.words(request);
        boolean tooLong = q.length() > LONGEST_SEARCH;
        List<Listed> found = q.isBlank() || tooLong
                ? List.of()
                : queue.listed(q, Part.OF_A_PAGE + 1, who.reviewer().remit());
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
                                .limit(Part.OF_A_PAGE)
                                .map(one -> new ListedSheet.Line(
                                        one.signature().toString(),
                                        cards.title(one.appeal().value(), words),
                                        Cards.shown(one.released(), words),
                                        beside.get(one.signature()),
                                        words.day(one.listedAt())))
                                .toList(),
                        found.size() > Part.OF_A_PAGE));
    }

    @GetMapping("/reviews/reported")
    ResponseEntity<String> reported(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Words words = DeskPages.words(request);
        List<Reported> open = reports.open(Part.OF_A_PAGE, who.reviewer().remit());
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
}
