package org.upprop.verification.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.upprop.site.Words;

/** Renders pages. */
@Component
public class Pages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            Path.of("."), ContentType.Html, Pages.class.getClassLoader(), "gg.jte.generated.html");
    private final PageStyle style;

    Pages(PageStyle style) {
        this.style = style;
    }

    /**
     * A page.
     *
     * @param template its template, which takes the words, the style and the sheet
     * @param sheet what stands on it
     */
    public ResponseEntity<String> page(HttpStatusCode status, String template, Words words, Object sheet) {
        StringOutput output = new StringOutput();
        templates.render(
                "page/" + template + ".jte", Map.of("words", words, "style", style.css(), "sheet", sheet), output);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Language", words.tag())
                .body(output.toString());
    }

    /** A page that says one thing: the words under {@code problem.NAME}. */
    public ResponseEntity<String> problem(HttpStatusCode status, Words words, String name) {
        return page(
                status,
                "message",
                words,
                new MessageSheet(words.say("problem." + name + ".title"), words.say("problem." + name + ".text")));
    }
}
