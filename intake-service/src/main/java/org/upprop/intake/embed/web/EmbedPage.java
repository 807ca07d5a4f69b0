package org.upprop.intake.embed.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.appeal.Appeal;
import org.upprop.intake.appeal.AppealState;
import org.upprop.intake.appeal.AppealStates;
import org.upprop.intake.count.Counts;
import org.upprop.intake.page.web.PageWords;
import org.upprop.intake.site.web.Links;
import org.upprop.intake.site.web.SignForm;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.site.Language;
import org.upprop.site.PublicUrls;

/** The form on its own, for a frame on a source's site; it works there without a script. */
@Controller
class EmbedPage {

    private final SignForm form;
    private final Counts counts;
    private final Frames frames;
    private final Templates templates;
    private final PublicUrls urls;
    private final AppealStates states;

    EmbedPage(SignForm form, Counts counts, Frames frames, Templates templates, PublicUrls urls, AppealStates states) {
        this.form = form;
        this.counts = counts;
        this.frames = frames;
        this.templates = templates;
        this.urls = urls;
        this.states = states;
    }

    @GetMapping("/appeals/{slug}" + Reader.FRAMED)
    ResponseEntity<byte[]> page(
            Appeal appeal, @RequestParam(required = false) @Nullable String as, HttpServletRequest request) {
        Reader reader = Reader.of(request);
        Language language = reader.textOf(appeal);
        String title = appeal.in(language.tag()).title();
        AppealState state = states.of(appeal);
        Content blank = state.isOffered() ? form.blank(appeal, reader, as) : null;
        EmbedView view = new EmbedView(
                frames.of(appeal, reader, Reader.FRAMED, title, language, false),
                appeal,
                title,
                language,
                ShownCount.of(appeal, counts.find(appeal.slug()), reader.words(EmbedWords.WORDS, appeal))
                        .text(),
                Notices.of(state, reader.words(PageWords.WORDS, appeal)),
                new Links(appeal, reader, urls),
                blank);
        return ResponseEntity.ok()
                .contentType(Templates.HTML)
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        reader.words(PageWords.WORDS, appeal).tag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(templates.page("embed.jte", view));
    }
}
