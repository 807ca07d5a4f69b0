package org.upprop.intake.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.upprop.appeal.Appeal;
import org.upprop.control.Brakes;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.web.Problem;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.page.web.Templates;
import org.upprop.site.Language;
import org.upprop.site.Words;

/** The appeals that can be signed now. */
@Controller
class FrontPage {

    private final Appeals appeals;
    private final Frames frames;
    private final Templates templates;
    private final Brakes brakes;
    private final InstantSource clock;

    FrontPage(Appeals appeals, Frames frames, Templates templates, Brakes brakes, InstantSource clock) {
        this.appeals = appeals;
        this.frames = frames;
        this.templates = templates;
        this.brakes = brakes;
        this.clock = clock;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        if (!appeals.areRead()) {
            throw Problem.UNAVAILABLE.exception("The appeals have not been read yet.");
        }
        Reader reader = Reader.of(request);
        Words words = reader.words(Spoken.SITE);
        List<FrontView.Item> open = appeals.all().stream()
                .filter(appeal -> brakes.isOpen(appeal, clock.instant()))
                .map(appeal -> item(appeal, reader))
                .toList();
        return ResponseEntity.ok()
                .contentType(Templates.HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.tag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CacheControl.noCache())
                .body(templates.page("front.jte", new FrontView(frames.of(reader, words.say("home"), true), open)));
    }

    private static FrontView.Item item(Appeal appeal, Reader reader) {
        Language language = reader.textOf(appeal);
        Appeal.Translation text = appeal.in(language.tag());
        return new FrontView.Item(
                reader.to(appeal, ""),
                language,
                text.title(),
                text.summary(),
                appeal.publisher().name());
    }
}
