package org.upprop.intake.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.appeal.Appeal;
import org.upprop.intake.page.web.PageWords;
import org.upprop.intake.web.Problem;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;

/**
 * Leads to a new post on the reader's own Mastodon server, which only the reader can name. It gives a link and never sends
 * anybody on by itself, so that nobody can make this address lead somewhere else.
 */
@Controller
class MastodonPage {

    private final Frames frames;
    private final Templates templates;
    private final PublicUrls urls;

    MastodonPage(Frames frames, Templates templates, PublicUrls urls) {
        this.frames = frames;
        this.templates = templates;
        this.urls = urls;
    }

    @GetMapping("/appeals/{slug}/mastodon")
    ResponseEntity<byte[]> page(
            Appeal appeal, @RequestParam(defaultValue = "") String server, HttpServletRequest request) {
        if (appeal.policy().atRisk()) {
            throw Problem.NOT_FOUND.exception();
        }
        Reader reader = Reader.of(request);
        Links links = new Links(appeal, reader, urls);
        Words words = reader.words(PageWords.WORDS, appeal);
        Optional<String> named = MastodonServer.named(server);
        MastodonView view = new MastodonView(
                frames.of(appeal, reader, "/mastodon", words.say("mastodon.title"), words.language(), false),
                reader,
                reader.to(appeal, ""),
                server,
                !server.isBlank() && named.isEmpty(),
                named.orElse(null),
                named.map(links::mastodon).orElse(null));
        return ResponseEntity.ok()
                .contentType(Templates.HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.tag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(templates.page("mastodon.jte", view));
    }
}
