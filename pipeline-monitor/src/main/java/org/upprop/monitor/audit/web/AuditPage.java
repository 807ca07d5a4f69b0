package org.upprop.monitor.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.upprop.monitor.access.web.SignedIn;
import org.upprop.monitor.audit.messaging.AuditBook;
import org.upprop.monitor.web.MonitorPages;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** What people did, as a page. */
@Controller
class AuditPage {

    private static final Vocabulary WORDS = Spoken.vocabulary("messages.audit");

    private final AuditBook book;
    private final MonitorPages pages;

    AuditPage(AuditBook book, MonitorPages pages) {
        this.book = book;
        this.pages = pages;
    }

    @GetMapping(path = "/audit", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(SignedIn who, HttpServletRequest request) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        return pages.answer(
                HttpStatus.OK,
                "audit.jte",
                new AuditView(pages.frame(reader, words), words, pages.stylesheet(), book.newest(AuditApi.MOST)));
    }
}
