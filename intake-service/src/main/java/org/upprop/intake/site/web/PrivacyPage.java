package org.upprop.intake.site.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.upprop.appeal.Appeal;
import org.upprop.intake.page.web.PageWords;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;

/** What becomes of the data of those who sign an appeal: what the program does, under the controller's name. */
@Controller
class PrivacyPage {

    private final Frames frames;
    private final Templates templates;
    private final PublicUrls urls;

    PrivacyPage(Frames frames, Templates templates, PublicUrls urls) {
        this.frames = frames;
        this.templates = templates;
        this.urls = urls;
    }

    @GetMapping("/appeals/{slug}/privacy")
    ResponseEntity<byte[]> page(Appeal appeal, HttpServletRequest request) {
        Reader reader = Reader.of(request);
        Words words = reader.words(PageWords.WORDS, appeal);
        PrivacyView view = new PrivacyView(
                frames.of(appeal, reader, "/privacy", words.say("privacy.title"), words.language(), true),
                appeal,
                reader.textOf(appeal),
                reader.to(appeal, ""),
                new Links(appeal, reader, urls).toOwn());
        return ResponseEntity.ok()
                .contentType(Templates.HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.tag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CacheControl.noCache())
                .body(templates.page("privacy.jte", view));
    }
}
