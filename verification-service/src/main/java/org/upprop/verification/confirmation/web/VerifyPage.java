package org.upprop.verification.confirmation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.site.Words;
import org.upprop.verification.confirmation.Answer;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.language.Languages;
import org.upprop.verification.link.Token;
import org.upprop.verification.page.Pages;
import org.upprop.verification.signature.SignatureState;

/**
 * The page behind the link of a confirmation mail. Mail scanners follow links and some submit forms as they find them:
 * to look changes nothing, and the form decides nothing before a person has chosen.
 */
@Controller
class VerifyPage {

    private static final Set<SignatureState> DECIDED = Set.of(
            SignatureState.LISTED,
            SignatureState.AWAITING_REVIEW,
            SignatureState.NOT_MINE,
            SignatureState.WITHDRAWN,
            SignatureState.REJECTED);

    private final Confirmations confirmations;
    private final Sheets sheets;
    private final Pages pages;
    private final AppealBook appeals;

    VerifyPage(Confirmations confirmations, Sheets sheets, Pages pages, AppealBook appeals) {
        this.confirmations = confirmations;
        this.sheets = sheets;
        this.pages = pages;
        this.appeals = appeals;
    }

    @GetMapping("/verify/{token}")
    ResponseEntity<String> look(@PathVariable Token token, HttpServletRequest request) {
        return confirmations
                .look(token)
                .map(signature -> signature.state() == SignatureState.PENDING
                        ? sheets.decision(signature, HttpStatus.OK)
                        : sheets.status(signature, token))
                .orElseGet(() -> sheets.noSuchLink(request));
    }

    @PostMapping(path = "/verify/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> decide(
            @PathVariable Token token, @RequestParam(defaultValue = "") String decision, HttpServletRequest request) {
        return switch (confirmations.decide(token, decision)) {
            case Answer.NoSuchLink none -> sheets.noSuchLink(request);
            case Answer.NothingChosen(Linked signature)
            when signature.state() == SignatureState.PENDING ->
                sheets.decision(signature, HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.NothingChosen(Linked signature) -> sheets.thanks(signature, signature.state());
            case Answer.Decided(Linked signature, SignatureState state) -> sheets.thanks(signature, state);
            case Answer.DecidedBefore(Linked signature) -> sheets.thanks(signature, signature.state());
        };
    }

    /** What stays in the address bar and the history after a decision: the appeal and the outcome, and no token. */
    @GetMapping("/verify/thanks/{slug}/{status}")
    ResponseEntity<String> thanks(
            @PathVariable AppealSlug slug,
            @PathVariable String status,
            @RequestParam(defaultValue = "") String lang,
            HttpServletRequest request) {
        Words words = Languages.forReader(lang);
        return DECIDED.stream()
                .filter(state -> state.id().equals(status))
                .filter(state -> appeals.find(slug).isPresent())
                .findFirst()
                .map(state -> sheets.status(slug, state, words, null))
                .orElseGet(() -> pages.problem(HttpStatus.NOT_FOUND, words, "page"));
    }
}
