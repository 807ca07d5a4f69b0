package org.upprop.monitor.web;

import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;
import org.upprop.page.web.Assets;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Page;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.site.Language;
import org.upprop.site.Words;

/** Answers with pages of the monitor, each as things are now. */
@Component
public class MonitorPages {

    private final Assets assets;
    private final Frames frames;
    private final Templates templates;

    MonitorPages(Assets assets, Frames frames, Templates templates) {
        this.assets = assets;
        this.frames = frames;
        this.templates = templates;
    }

    /** The frame of a page whose title is its sentence {@code title}, and whose address says no more than its language. */
    public Frame frame(Reader reader, Words words) {
        return frames.of(reader, words.say("title"), false);
    }

    /** The same of one whose address says more, or whose title is another. */
    public Frame frame(Reader reader, Function<Language, String> address, String title) {
        return frames.of(reader, address, title, false);
    }

    /** For a page that keeps itself as things are. */
    public String script() {
        return assets.address("flow.js");
    }

    public String stylesheet() {
        return assets.address("flow.css");
    }

    /** @param template takes the view */
    public ResponseEntity<byte[]> answer(HttpStatusCode status, String template, Page view) {
        return answer(ResponseEntity.status(status), template, view);
    }

    /** The same where the answer has headers of its own. */
    public ResponseEntity<byte[]> answer(BodyBuilder begun, String template, Page view) {
        return begun.contentType(Templates.HTML)
                .cacheControl(CacheControl.noStore())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(templates.page(template, view));
    }
}
