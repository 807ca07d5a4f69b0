package org.upprop.monitor.funnel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.monitor.access.web.SignedIn;
import org.upprop.monitor.funnel.FunnelWatch;
import org.upprop.monitor.funnel.Span;
import org.upprop.monitor.web.MonitorPages;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The funnel as a page, which renews itself where scripts run. */
@Controller
class FunnelPage {

    static final Vocabulary WORDS = Spoken.vocabulary("messages.funnel");

    private final FunnelWatch watch;
    private final MonitorPages pages;

    FunnelPage(FunnelWatch watch, MonitorPages pages) {
        this.watch = watch;
        this.pages = pages;
    }

    /** @param span of which the appeals are shown beside each other */
    @GetMapping(path = "/funnel", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(
            SignedIn who, HttpServletRequest request, @RequestParam(defaultValue = "") String span) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        Span chosen = Span.of(span).orElse(Span.MINUTE);
        return pages.answer(
                HttpStatus.OK,
                "funnel.jte",
                new FunnelView(
                        pages.frame(
                                reader,
                                other -> "?span=%s&lang=%s".formatted(chosen.id(), other.tag()),
                                words.say("title")),
                        words,
                        pages.stylesheet(),
                        Optional.of(pages.script()),
                        Arrays.stream(Span.values())
                                .flatMap(each -> watch.of(each).map(funnel -> new FunnelChart(each, funnel)).stream())
                                .toList(),
                        chosen));
    }
}
