package org.upprop.monitor.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.upprop.monitor.access.web.SignedIn;
import org.upprop.monitor.ledger.LedgerWatch;
import org.upprop.monitor.web.MonitorPages;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The ledger as a page. */
@Controller
class LedgerPage {

    private static final Vocabulary WORDS = Spoken.vocabulary("messages.ledger");

    private final LedgerWatch watch;
    private final MonitorPages pages;

    LedgerPage(LedgerWatch watch, MonitorPages pages) {
        this.watch = watch;
        this.pages = pages;
    }

    @GetMapping(path = "/ledger", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(SignedIn who, HttpServletRequest request) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        return pages.answer(
                HttpStatus.OK,
                "ledger.jte",
                new LedgerView(
                        pages.frame(reader, words),
                        words,
                        pages.stylesheet(),
                        watch.balance().orElse(null)));
    }
}
