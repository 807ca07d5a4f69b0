package org.upprop.verification.confirmation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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
import org.upprop.verification.signature.SignatureState;

/**
 * The page on which somebody sees the own signature and takes it back. Every link in a mail leads here too, and so do mail
 * scanners that submit forms as they find them: the form takes nothing back before a person has ticked its box.
 */
@Controller
class ManagePage {

    private static final String WITHDRAW = "withdraw";

    private final Confirmations confirmations;
    private final Sheets sheets;

    ManagePage(Confirmations confirmations, Sheets sheets) {
        this.confirmations = confirmations;
        this.sheets = sheets;
    }

    @GetMapping("/manage/{token}")
    ResponseEntity<String> look(@PathVariable Token token, HttpServletRequest request) {
        return confirmations
                .look(token)
                .map(signature -> show(signature, token, HttpStatus.OK))
                .orElseGet(() -> sheets.noSuchLink(request));
    }

    @PostMapping(path = "/manage/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> act(
            @PathVariable Token token, @RequestParam(defaultValue = "") String action, HttpServletRequest request) {
        if (!action.equals(WITHDRAW)) {
            return confirmations
                    .look(token)
                    .map(signature -> show(signature, token, HttpStatus.UNPROCESSABLE_CONTENT))
                    .orElseGet(() -> sheets.noSuchLink(request));
        }
        return switch (confirmations.withdraw(token)) {
            case Answer.NoSuchLink none -> sheets.noSuchLink(request);
            case Answer.NothingChosen(Linked signature) -> show(signature, token, HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.Decided(Linked signature, SignatureState state) -> sheets.thanks(signature, state);
            case Answer.DecidedBefore(Linked signature) -> sheets.thanks(signature, signature.state());
        };
    }

    private ResponseEntity<String> show(Linked signature, Token token, HttpStatus status) {
        if (signature.state() == SignatureState.PENDING) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/verify/" + token.value()))
                    .build();
        }
        return Sheets.isManaged(signature.state()) ? sheets.manage(signature, status) : sheets.status(signature, token);
    }
}
