package org.upprop.verification.confirmation.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.Words;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.confirmation.Seen;
import org.upprop.verification.language.ShownLines;
import org.upprop.verification.link.Token;
import org.upprop.verification.list.Entries;
import org.upprop.verification.page.Pages;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Decision;
import org.upprop.verification.signature.Listing;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;

/** Lays out the pages on which somebody sees and changes the own signature. */
@Component
class ManageSheets {

    private final Sheets sheets;
    private final Pages pages;
    private final AppealBook appeals;
    private final CommentSheets comments;

    ManageSheets(Sheets sheets, Pages pages, AppealBook appeals, CommentSheets comments) {
        this.sheets = sheets;
        this.pages = pages;
        this.appeals = appeals;
        this.comments = comments;
    }

    /** Where it is, in a language. */
    static String address(Token token, Words words) {
        return "/manage/" + token.value() + "?lang=" + words.tag();
    }

    /** What a page says besides what stands. */
    record Saying(
            HttpStatus status,
            @Nullable String notice,
            boolean isTickMissing,
            @Nullable Corrections corrections) {

        static final Saying NOTHING = new Saying(HttpStatus.OK, null, false, null);
        static final Saying TICK_MISSING = new Saying(HttpStatus.UNPROCESSABLE_CONTENT, null, true, null);
        static final Saying CHANGED_MEANWHILE = new Saying(HttpStatus.CONFLICT, "meanwhile", false, null);

        static Saying notice(String notice) {
            return new Saying(HttpStatus.OK, notice, false, null);
        }

        static Saying back(Corrections corrections) {
            HttpStatus status = corrections.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
            return new Saying(status, null, false, corrections);
        }
    }

    ResponseEntity<String> manage(Linked signature, Entries.Content wanted, Token token, String lang, Saying saying) {
        Words words = sheets.words(signature, lang);
        Appeal appeal = appeals.get(signature.appeal());
        boolean atRisk = appeal.policy().atRisk();
        boolean turnedAway = isTurnedAway(signature.state());
        List<ChoiceSheet> choices =
                turnedAway ? List.of() : choices(wanted.signatory(), wanted.display(), atRisk, words);
        Corrections corrections =
                Optional.ofNullable(saying.corrections()).orElseGet(() -> Corrections.none(wanted.signatory(), atRisk));
        return pages.page(
                saying.status(),
                "manage",
                words,
                new ManageSheet(
                        sheets.appeal(signature, words),
                        signature.state().id(),
                        atRisk && signature.state() == SignatureState.LISTED,
                        ShownLines.of(Objects.requireNonNull(signature.released(), "what stands was released"), words),
                        signature.proposed() == null
                                ? List.of()
                                : ShownLines.of(signature.proposed().released(), words),
                        turnedAway ? null : comments.decided(signature, wanted.signatory(), token, appeal, words),
                        choices,
                        choices.size() > 1 && isReviewed(signature, wanted.signatory(), ChosenDisplay.FULL),
                        turnedAway ? List.of() : Fields.of(corrections, words),
                        Seen.of(wanted, atRisk).value(),
                        URI.create("/manage/" + token.value() + "/data"),
                        saying.notice(),
                        saying.isTickMissing()));
    }

    ResponseEntity<String> preview(
            Linked signature, Entries.Content wanted, Corrections corrections, Signatory corrected, String lang) {
        Words words = sheets.words(signature, lang);
        Appeal appeal = appeals.get(signature.appeal());
        boolean atRisk = appeal.policy().atRisk();
        ChosenDisplay chosen = wanted.display().possibleFor(corrected, atRisk);
        return pages.page(
                HttpStatus.OK,
                "preview",
                words,
                new PreviewSheet(
                        sheets.appeal(signature, words),
                        ShownLines.of(Released.of(corrected, chosen, atRisk), words),
                        choices(corrected, chosen, atRisk, words),
                        typed(corrections),
                        Seen.of(wanted, atRisk).value(),
                        isReviewed(signature, corrected, chosen)));
    }

    /** Whether a reviewer is asked before the list shows what is there now otherwise. */
    private static boolean isReviewed(Linked signature, Signatory to, ChosenDisplay display) {
        return signature.state() != SignatureState.AWAITING_REVIEW
                && Listing.ofChange(
                                Objects.requireNonNull(signature.signatory()),
                                Objects.requireNonNull(signature.display()),
                                to,
                                display,
                                signature.screening())
                        == Listing.AFTER_REVIEW;
    }

    private static boolean isTurnedAway(SignatureState state) {
        return state == SignatureState.REJECTED || state == SignatureState.INVALIDATED;
    }

    private static List<ChoiceSheet> choices(Signatory signatory, ChosenDisplay chosen, boolean atRisk, Words words) {
        if (signatory.kind() == SignatoryKind.ORGANISATION) {
            return List.of();
        }
        return Decision.offeredTo(signatory, atRisk).stream()
                .flatMap(decision -> decision.display().stream())
                .map(display -> new ChoiceSheet(
                        display.id(),
                        ShownLines.chosen(Released.of(signatory, display, atRisk), words),
                        display == chosen))
                .toList();
    }

    private static Map<String, String> typed(Corrections corrections) {
        Map<String, String> typed = new LinkedHashMap<>();
        corrections.typed().forEach((field, text) -> typed.put(field.id(), text));
        return typed;
    }
}
