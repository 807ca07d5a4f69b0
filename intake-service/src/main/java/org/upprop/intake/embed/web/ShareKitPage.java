package org.upprop.intake.embed.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.upprop.appeal.Appeal;
import org.upprop.intake.site.AppealBodies;
import org.upprop.intake.site.web.Links;
import org.upprop.intake.web.Problem;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;

/** What a source pastes into its own site. */
@Controller
class ShareKitPage {

    private final AppealBodies bodies;
    private final Frames frames;
    private final Templates templates;
    private final PublicUrls urls;

    ShareKitPage(AppealBodies bodies, Frames frames, Templates templates, PublicUrls urls) {
        this.bodies = bodies;
        this.frames = frames;
        this.templates = templates;
        this.urls = urls;
    }

    @GetMapping("/appeals/{slug}/share/{source}")
    ResponseEntity<byte[]> page(Appeal appeal, @PathVariable String source, HttpServletRequest request) {
        Reader asking = Reader.of(request);
        Reader reader = new Reader(asking.lang(), asking.accepted(), source, false);
        Appeal.Source known = reader.sourceOf(appeal).orElseThrow(Problem.NOT_FOUND::exception);
        Words words = reader.words(EmbedWords.WORDS, appeal);
        Links links = new Links(appeal, reader, urls);
        ShareKitView view = new ShareKitView(
                frames.of(
                        appeal,
                        reader,
                        "/share/" + known.id(),
                        words.say("kit.title", known.name()),
                        words.language(),
                        false,
                        "kit.js"),
                words,
                known,
                new Snippets(appeal, known, reader.textOf(appeal), links, words, bodies),
                links.button(),
                links.at(""));
        return ResponseEntity.ok()
                .contentType(Templates.HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.tag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(templates.page("kit.jte", view));
    }
}
