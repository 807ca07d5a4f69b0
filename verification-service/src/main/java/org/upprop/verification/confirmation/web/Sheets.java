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
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.Signatory;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.language.Languages;
import org.upprop.verification.language.ShownLines;
import org.upprop.verification.link.Token;
import org.upprop.verification.page.Pages;
import org.upprop.verification.signature.Decision;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;

/** Lays out the pages of one signature, in its signatory's language. */
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

    Words words(Linked signature) {
        return Languages.forSignatory(signature.locale(), appeals.get(signature.appeal()));
    }

    ResponseEntity<String> decision(Linked signature, HttpStatus status) {
        Words words = words(signature);
        Appeal appeal = appeals.get(signature.appeal());
        Signatory signatory = Objects.requireNonNull(signature.signatory(), "what is undecided is kept");
        boolean atRisk = appeal.policy().atRisk();
        List<DecisionSheet.Choice> choices = Decision.offeredTo(signature.kind(), atRisk).stream()
                .map(decision -> new DecisionSheet.Choice(decision.word(), shown(decision, signatory, atRisk, words)))
                .toList();
        boolean missing = status == HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.page(
                status,
                "decide",
                words,
                new DecisionSheet(sheet(appeal, words), ShownLines.entered(signatory, words), choices, missing));
    }

    /** What was decided, with the way to change it for who holds the link. */
    ResponseEntity<String> status(Linked signature, Token token) {
        return status(
                signature.appeal(),
                signature.state(),
                words(signature),
                isManaged(signature.state()) ? urls.managePage(token.value()) : null);
    }

    ResponseEntity<String> status(AppealSlug slug, SignatureState state, Words words, @Nullable URI manage) {
        return pages.page(
                HttpStatus.OK, "status", words, new StatusSheet(sheet(appeals.get(slug), words), state.id(), manage));
    }

    ResponseEntity<String> manage(Linked signature, HttpStatus status) {
        Words words = words(signature);
        Released released = Objects.requireNonNull(signature.released(), "what stands was released");
        return pages.page(
                status,
                "manage",
                words,
                new ManageSheet(
                        sheet(appeals.get(signature.appeal()), words),
                        signature.state().id(),
                        ShownLines.of(released, words),
                        status == HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** Away from the address with the token, to a page that tells the appeal and the outcome and nothing else. */
    ResponseEntity<String> thanks(Linked signature, SignatureState state) {
        URI page = URI.create("/verify/thanks/" + signature.appeal() + "/" + state.id() + "?lang="
                + words(signature).tag());
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(page).build();
    }

    /** The same for every link that does not work, in the reader's language since nobody knows whose it is. */
    ResponseEntity<String> noSuchLink(HttpServletRequest request) {
        return pages.problem(
                HttpStatus.NOT_FOUND, Languages.forReader(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)), "link");
    }

    /** Whether there is an entry to see and to take back. */
    static boolean isManaged(SignatureState state) {
        return switch (state) {
            case LISTED, AWAITING_REVIEW, CHANGE_AWAITING_REVIEW, INVALIDATED -> true;
            case PENDING, SUPPRESSED, NOT_MINE, SUPERSEDED, EXPIRED, WITHDRAWN, REJECTED -> false;
        };
    }

    private static List<String> shown(Decision decision, Signatory signatory, boolean atRisk, Words words) {
        return decision.display()
                .map(display -> Released.of(signatory, display, atRisk))
                .filter(released -> released.name() != null)
                .map(released -> ShownLines.of(released, words))
                .orElseGet(List::of);
    }

    private AppealSheet sheet(Appeal appeal, Words words) {
        return new AppealSheet(
                appeal.in(words.tag()).title(),
                urls.appealPage(appeal.slug()),
                urls.listPage(appeal.slug()),
                appeal.controller().name(),
                appeal.controller().email());
    }
}
