package org.upprop.intake.embed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.upprop.appeal.Appeal;
import org.upprop.count.PublicCount;
import org.upprop.intake.count.Counts;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.site.Words;

/** A picture with the count and the word to sign, for a button on a page of another site; it runs nothing. */
@Controller
class CountButton {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
    private static final Duration AGE = Duration.ofSeconds(60);

    private final Counts counts;
    private final Templates templates;

    CountButton(Counts counts, Templates templates) {
        this.counts = counts;
        this.templates = templates;
    }

    @GetMapping("/appeals/{slug}/count.svg")
    ResponseEntity<byte[]> picture(Appeal appeal, HttpServletRequest request) {
        Words words = Reader.of(request).words(EmbedWords.WORDS, appeal);
        Long total = counts.find(appeal.slug()).map(PublicCount::total).orElse(null);
        String count = total == null ? "" : words.say("count", total, words.number(total));
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(AGE).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.tag())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(templates.render("button.jte", new ButtonView(words, count, words.say("button"))));
    }
}
