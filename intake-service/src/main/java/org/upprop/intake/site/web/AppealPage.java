package org.upprop.intake.site.web;

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
import org.upprop.intake.signatory.FirstSignatories;
import org.upprop.intake.site.AppealBodies;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.site.Language;
import org.upprop.site.PublicUrls;

/** An appeal, who has signed it, and the form to sign it. */
@Controller
class AppealPage {

    private final SignForm form;
    private final AppealBodies bodies;
    private final Counts counts;
    private final FirstSignatories firstSignatories;
    private final Frames frames;
    private final Templates templates;
    private final PublicUrls urls;
    private final AppealStates states;

    AppealPage(
            SignForm form,
            AppealBodies bodies,
            Counts counts,
            FirstSignatories firstSignatories,
            Frames frames,
            Templates templates,
            PublicUrls urls,
            AppealStates states) {
        this.form = form;
        this.bodies = bodies;
        this.counts = counts;
        this.firstSignatories = firstSignatories;
        this.frames = frames;
        this.templates = templates;
        this.urls = urls;
        this.states = states;
    }

    @GetMapping("/appeals/{slug}")
    ResponseEntity<byte[]> page(
            Appeal appeal,
            @RequestParam(name = "as", required = false) @Nullable String as,
            HttpServletRequest request) {
        Reader reader = Reader.of(request);
        AppealState state = states.of(appeal);
        Language language = reader.textOf(appeal);
        String title = appeal.in(language.tag()).title();
        AppealView view = new AppealView(
                frames.of(appeal, reader, "", title, language, true, "page.js"),
                appeal,
                language,
                bodies.html(appeal, language),
                state,
                reader.sourceOf(appeal).orElse(null),
                counts.find(appeal.slug()).orElse(null),
                firstSignatories.of(appeal),
                new Links(appeal, reader, urls),
                state.isOffered() ? form.blank(appeal, reader, as) : null);
        return ResponseEntity.ok()
                .contentType(Templates.HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, view.contentLanguages())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(templates.page("appeal.jte", view));
    }
}
