package org.upprop.verification.confirmation.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.signature.SignatureId;
import org.upprop.site.Words;
import org.upprop.verification.link.Code;
import org.upprop.verification.link.Link;
import org.upprop.verification.link.Links;
import org.upprop.verification.page.Pages;

/**
 * Takes the code of a confirmation mail from people who distrust links, and leads to the page that the link leads to.
 * What it says is the same for every id: that a code is wrong tells nobody whether there is one.
 */
@Controller
class CodePage {

    private static final String PAGE = "/verify/code/{signature}";

    private final Links links;
    private final Pages pages;
    private final MeterRegistry meters;

    CodePage(Links links, Pages pages, MeterRegistry meters) {
        this.links = links;
        this.pages = pages;
        this.meters = meters;
    }

    @GetMapping(PAGE)
    ResponseEntity<String> ask(
            @PathVariable UUID signature, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return page(HttpStatus.OK, null, Sheets.readers(request, lang));
    }

    @PostMapping(path = PAGE, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> take(
            @PathVariable UUID signature,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        Words words = Sheets.readers(request, lang);
        return Code.typed(code)
                .map(typed -> tried(new SignatureId(signature), typed, words))
                .orElseGet(() -> page(HttpStatus.UNPROCESSABLE_CONTENT, "code.six", words));
    }

    private ResponseEntity<String> tried(SignatureId signature, Code code, Words words) {
        Optional<Link> link = links.swap(signature, code);
        meters.counter("upprop.codes", "outcome", link.isPresent() ? "right" : "wrong")
                .increment();
        return link.map(right -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/verify/" + right.token().value() + "?lang=" + words.tag()))
                        .<String>build())
                .orElseGet(() -> page(HttpStatus.UNPROCESSABLE_CONTENT, "code.wrong", words));
    }

    private ResponseEntity<String> page(HttpStatus status, @Nullable String wrong, Words words) {
        return pages.page(
                status, "code", words, new CodeSheet(wrong == null ? null : words.say(wrong), Sheets.links(words)));
    }
}
