package org.upprop.monitor.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.upprop.monitor.access.web.SignedIn;
import org.upprop.monitor.ledger.LedgerWatch;
import org.upprop.page.web.Assets;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.page.web.Templates;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The ledger as a page. */
@Controller
class LedgerPage {

    private static final Vocabulary WORDS = Spoken.vocabulary("messages.ledger");

    private final LedgerWatch watch;
    private final Assets assets;
    private final Frames frames;
    private final Templates templates;

    LedgerPage(LedgerWatch watch, Assets assets, Frames frames, Templates templates) {
        this.watch = watch;
        this.assets = assets;
        this.frames = frames;
        this.templates = templates;
    }

    @GetMapping(path = "/ledger", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(SignedIn who, HttpServletRequest request) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        return ResponseEntity.ok()
                .contentType(Templates.HTML)
                .cacheControl(CacheControl.noStore())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(templates.page(
                        "ledger.jte",
                        new LedgerView(
                                frames.of(reader, words.say("title"), false),
                                words,
                                assets.address("flow.css"),
                                watch.balance().orElse(null))));
    }
}
