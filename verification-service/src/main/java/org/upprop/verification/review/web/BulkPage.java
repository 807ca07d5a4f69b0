package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatureId;
import org.upprop.site.Words;
import org.upprop.text.InvalidValue;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.review.bulk.Bulk;
import org.upprop.verification.review.bulk.BulkReviews;
import org.upprop.verification.review.bulk.Bulks;
import org.upprop.verification.review.bulk.Criterion;
import org.upprop.verification.signature.SignatureState;

/** The page on which a reviewer decides about many: to look at it only counts. */
@Controller
class BulkPage {

    private static final String PATH = "/reviews/bulk";
    private static final int LATEST = 10;

    private final BulkReviews bulks;
    private final Cards cards;
    private final Desks desks;
    private final DeskPages pages;

    BulkPage(BulkReviews bulks, Cards cards, Desks desks, DeskPages pages) {
        this.bulks = bulks;
        this.cards = cards;
        this.desks = desks;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<String> count(
            SignedIn who,
            @RequestParam(defaultValue = "") String appeal,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(required = false) @Nullable UUID like,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = DeskPages.words(request);
        Criterion criterion = criterion(who, appeal, mark, like);
        Bulks.@Nullable Count found = criterion.isEmpty() ? null : bulks.count(criterion);
        return pages.page(
                response,
                HttpStatus.OK,
                "bulk",
                words,
                new BulkSheet(
                        desks.of(who, "bulk", words, request),
                        cards.criteria(who.reviewer(), appeal, mark, words),
                        like == null ? "" : like.toString(),
                        found == null ? null : words.say("bulk.counted", found.matched()),
                        found == null || found.matched() == 0
                                ? null
                                : found.at().toString(),
                        bulks.latest(who.reviewer(), LATEST).stream()
                                .map(bulk -> line(bulk, words))
                                .toList()));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> decide(
            SignedIn who,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String appeal,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(required = false) @Nullable UUID like,
            @RequestParam(required = false) @Nullable Instant counted) {
        Criterion criterion = criterion(who, appeal, mark, like);
        Optional<Verdict> verdict = Verdict.of(decision).filter(Verdict::isOfWhatWaits);
        if (counted == null) {
            return said("no-count");
        }
        if (verdict.isEmpty() || criterion.isEmpty()) {
            return said("no-decision");
        }
        if (verdict.get().isToBeExplained(SignatureState.AWAITING_REVIEW) && reason.isBlank()) {
            return said("no-reason");
        }
        try {
            bulks.start(who.reviewer(), verdict.get(), Reason.typed(reason), criterion, counted);
            return said("bulk");
        } catch (InvalidValue unreadable) {
            return said("no-such-reason");
        }
    }

    @PostMapping(path = PATH + "/{bulk}/undo", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> undo(SignedIn who, @PathVariable UUID bulk) {
        return said(bulks.undo(who.reviewer(), bulk) ? "bulk-undo" : "no-bulk");
    }

    private BulkSheet.Line line(Bulk bulk, Words words) {
        String about = Stream.of(
                        bulk.appeal() == null ? null : cards.title(bulk.appeal(), words),
                        bulk.mark() == null ? null : Cards.mark(bulk.mark(), words),
                        bulk.ofOneDomain() ? words.say("bulk.one-domain") : null)
                .filter(part -> part != null)
                .collect(Collectors.joining(" · "));
        return new BulkSheet.Line(
                bulk.id().toString(),
                words.say("action." + bulk.verdict().word()),
                about,
                words.say("bulk.by", bulk.reviewer(), words.moment(bulk.startedAt())),
                bulk.reason(),
                words.say(
                        "bulk." + bulk.state().name().toLowerCase(Locale.ROOT),
                        words.number(bulk.done()),
                        words.number(bulk.matched())),
                bulk.undoable());
    }

    /** What the page does not offer means nothing, and never more than was asked for. */
    private Criterion criterion(SignedIn who, String appeal, String mark, @Nullable UUID like) {
        Criterion nothing = new Criterion(null, null, null);
        try {
            Criterion typed = new Criterion(
                    appeal.isEmpty() ? null : new AppealSlug(appeal),
                    mark.isEmpty() ? null : Criterion.mark(mark),
                    like == null ? null : new SignatureId(like));
            return bulks.within(who.reviewer(), typed).orElse(nothing);
        } catch (InvalidValue notOfThePage) {
            return nothing;
        }
    }

    private static ResponseEntity<String> said(String word) {
        return DeskPages.to(PATH, Map.of("said", word));
    }
}
