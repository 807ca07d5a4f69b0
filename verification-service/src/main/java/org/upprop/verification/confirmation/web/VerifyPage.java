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
import org.upprop.verification.confirmation.Answer;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.link.Token;
import org.upprop.verification.signature.Decision;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.signature.Withheld;

/**
 * The page behind the link of a confirmation mail. Mail scanners follow links and some submit forms as they find them:
 * to look changes nothing, and the form decides nothing before a person has chosen.
 */
@Controller
class VerifyPage {

    private final Confirmations confirmations;
    private final Sheets sheets;

    VerifyPage(Confirmations confirmations, Sheets sheets) {
        this.confirmations = confirmations;
        this.sheets = sheets;
    }

    @GetMapping("/verify/{token}")
    ResponseEntity<String> look(
            @PathVariable Token token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return confirmations
                .look(token)
                .map(signature -> signature.state() == SignatureState.PENDING
                        ? sheets.decision(signature, HttpStatus.OK, lang)
                        : sheets.status(signature, token, lang))
                .orElseGet(() -> sheets.noSuchLink(request, lang));
    }

    @PostMapping(path = "/verify/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> decide(
            @PathVariable Token token,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") Set<String> withheld,
            @RequestParam(defaultValue = "") String lang,
            HttpServletRequest request) {
        return switch (confirmations.decide(token, decision, Withheld.of(withheld))) {
            case Answer.NoSuchLink none -> sheets.noSuchLink(request, lang);
            case Answer.NothingChosen(Linked signature)
            when signature.state() == SignatureState.PENDING ->
                sheets.decision(signature, HttpStatus.UNPROCESSABLE_CONTENT, lang);
            case Answer.NothingChosen(Linked signature) -> sheets.thanks(signature, lang);
            case Answer.Decided(Linked signature, SignatureState state) ->
                sheets.thanks(
                        signature,
                        state,
                        Decision.of(decision, signature.kind()).orElse(null),
                        lang);
            case Answer.DecidedBefore(Linked signature) -> sheets.thanks(signature, lang);
            case Answer.ChangedMeanwhile(Linked signature) -> sheets.thanks(signature, lang);
        };
    }
}
