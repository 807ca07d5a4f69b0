package org.upprop.intake.page.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The templates, as they were compiled into this service; they escape everything that is put into them. */
@Component
public class Templates {

    public static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * A whole page in UTF-8.
     *
     * @param template its file, such as {@code appeal.jte}
     * @param view its only parameter
     */
    public byte[] render(String template, Object view) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template, view, output);
        return output.toByteArray();
    }

    /** A part of a page, to be put into another template. */
    public Content part(String template, Object view) {
        return output -> templates.render(template, view, output);
    }
}
