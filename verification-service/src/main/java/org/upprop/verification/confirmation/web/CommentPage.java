package org.upprop.verification.confirmation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.verification.confirmation.CommentRemoval;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.link.Token;

/** Deletes the own comment and leads back to the page with the form, whose box a person has to tick. */
@Controller
class CommentPage {

    private final CommentRemoval removal;
    private final Confirmations confirmations;
    private final Sheets sheets;

    CommentPage(CommentRemoval removal, Confirmations confirmations, Sheets sheets) {
        this.removal = removal;
        this.confirmations = confirmations;
        this.sheets = sheets;
    }

    @PostMapping(path = "/manage/{token}/comment", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> remove(
            @PathVariable Token token,
            @RequestParam(defaultValue = "") String remove,
            @RequestParam(defaultValue = "") String lang,
            HttpServletRequest request) {
        return confirmations
                .look(token)
                .map(signature -> {
                    String page = ManageSheets.address(token, sheets.words(signature, lang));
                    return ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(URI.create(
                                    page + "&done=" + done(token, remove).word()))
                            .<String>build();
                })
                .orElseGet(() -> sheets.noSuchLink(request, lang));
    }

    private Notice done(Token token, String remove) {
        if (remove.isEmpty()) {
            return Notice.UNTICKED;
        }
        return removal.remove(token) ? Notice.COMMENT : Notice.UNCHANGED;
    }
}
