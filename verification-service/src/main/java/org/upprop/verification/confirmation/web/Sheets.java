package org.upprop.verification.confirmation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.language.Languages;
import org.upprop.verification.language.ShownLines;
import org.upprop.verification.link.Token;
import org.upprop.verification.page.Pages;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Decision;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.signature.Withheld;

/** Lays out the pages on which somebody decides, in the language asked for or else the signatory's. */
@Component
class Sheets {

    private final Pages pages;
    private final AppealBook appeals;
    private final PublicUrls urls;

    Sheets(Pages pages, AppealBook appeals, PublicUrls urls) {
        this.pages = pages;
        this.appeals = appeals;
        this.urls = urls;
    }

    ResponseEntity<String> decision(Linked signature, HttpStatus status, String lang) {
        Words words = words(signature, lang);
        Appeal appeal = appeals.get(signature.appeal());
        Withheld withheld = Withheld.by(appeal.policy());
        Signatory signatory =
                withheld.takenOf(Objects.requireNonNull(signature.signatory(), "what is undecided is kept"));
        List<ChoiceSheet> choices = Decision.offeredTo(signatory, withheld.places()).stream()
                .map(decision ->
                        new ChoiceSheet(decision.word(), shown(decision, signatory, withheld.places(), words), false))
                .toList();
        boolean missing = status == HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.page(
                status,
                "decide",
                words,
                new DecisionSheet(
                        appeal(signature, words),
                        ShownLines.entered(signatory.withoutComment(), words),
                        CommentSheets.undecided(signatory, appeal, words),
                        choices,
                        withheld.words(),
                        missing));
    }

    /** What was decided, with the way to change it for who holds the link. */
    ResponseEntity<String> status(Linked signature, Token token, String lang) {
        Words words = words(signature, lang);
        URI manage = isManaged(signature.state()) && signature.released() != null
                ? URI.create(ManageSheets.address(token, words))
                : null;
        AppealSheet appeal = appeal(signature, words);
        return pages.page(
                HttpStatus.OK,
                "status",
                words,
                new StatusSheet(appeal, signature.state().id(), manage, again(signature, token, words)));
    }

    private static @Nullable URI again(Linked signature, Token token, Words words) {
        return signature.keepsMailsBack()
                ? URI.create("/verify/" + token.value() + "/again?lang=" + words.tag())
                : null;
    }

    /** Away from the address with the token, to a page that tells the appeal and the decision and nobody's name. */
    ResponseEntity<String> thanks(Linked signature, SignatureState state, @Nullable Decision decision, String lang) {
        String page = "/verify/thanks/" + signature.appeal() + "/" + state.id()
                + AppealSheet.query(appeals.get(signature.appeal()), signature.source(), words(signature, lang));
        URI location = URI.create(decision == null ? page : page + "&decision=" + decision.word());
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(location).build();
    }

    /** The same for what was decided before. */
    ResponseEntity<String> thanks(Linked signature, String lang) {
        ChosenDisplay display = signature.display();
        return thanks(
                signature,
                signature.state(),
                display == null || signature.state() == SignatureState.REJECTED ? null : decision(signature, display),
                lang);
    }

    /** The same for every link that does not work, in the reader's language since nobody knows whose it is. */
    ResponseEntity<String> noSuchLink(HttpServletRequest request, String lang) {
        Words words = readers(request, lang);
        return pages.page(
                HttpStatus.NOT_FOUND,
                "nolink",
                words,
                new NoLinkSheet(urls.intake("/?lang=" + words.tag()), links(words)));
    }

    /** Whoever asks is all that is known. */
    static Words readers(HttpServletRequest request, String lang) {
        return Languages.forReader(lang, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Where the own links can be had. */
    static URI links(Words words) {
        return URI.create("/links?lang=" + words.tag());
    }

    Words words(Linked signature, String lang) {
        return Languages.forSignatory(lang, signature.locale(), appeals.get(signature.appeal()));
    }

    AppealSheet appeal(Linked signature, Words words) {
        return AppealSheet.of(appeals.get(signature.appeal()), signature.source(), words, urls);
    }

    /** Whether there may be something to see, to change or to take back. */
    static boolean isManaged(SignatureState state) {
        return switch (state) {
            case LISTED, AWAITING_REVIEW, CHANGE_AWAITING_REVIEW, INVALIDATED, REJECTED -> true;
            case PENDING, SUPPRESSED, NOT_MINE, SUPERSEDED, EXPIRED, WITHDRAWN -> false;
        };
    }

    private static Decision decision(Linked signature, ChosenDisplay display) {
        if (signature.kind() == SignatoryKind.ORGANISATION) {
            return Decision.AUTHORISED;
        }
        return switch (display) {
            case FULL -> Decision.FULL;
            case INITIALS_WITH_ROLE -> Decision.INITIALS_WITH_ROLE;
            case INITIALS -> Decision.INITIALS;
            case HIDDEN -> Decision.HIDDEN;
        };
    }

    private static List<String> shown(Decision decision, Signatory signatory, boolean atRisk, Words words) {
        return decision.display()
                .map(display -> ShownLines.chosen(Released.of(signatory, display, atRisk), words))
                .orElseGet(List::of);
    }
}
