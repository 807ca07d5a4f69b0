package org.upprop.page.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.MediaType;

/** The templates, as they were compiled, into a service or beside it; they escape everything that is put into them. */
public class Templates {

    public static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * A whole page in UTF-8.
     *
     * @param template the file of its content, such as {@code appeal.jte}
     * @param view the only parameter of that
     */
    public byte[] page(String template, Page view) {
        Map<String, Object> parts = new HashMap<>(Map.of("frame", view.frame(), "content", part(template, view)));
        view.head().ifPresent(head -> parts.put("head", part(head, view)));
        StringOutput output = new StringOutput();
        templates.render("frame.jte", parts, output);
        return light(output.toString());
    }

    /** Something that is no page, in UTF-8. */
    public byte[] render(String template, Object view) {
        StringOutput output = new StringOutput();
        templates.render(template, view, output);
        return light(output.toString());
    }

    /** A part of a page, to be put into another template. */
    public Content part(String template, Object view) {
        return output -> templates.render(template, view, output);
    }

    /**
     * Leaves out what readers pay for and what means nothing: whatever stands before a tag that begins a line, and the end
     * of a choice before the next one. What somebody wrote is escaped and so has no tags, and stays as it is, to the end
     * of a field of several lines.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/syntax.html#optional-tags">HTML, optional tags</a>
     */
    private static byte[] light(String page) {
        return withoutIndentation(page).replace("</option><option", "<option").getBytes(StandardCharsets.UTF_8);
    }

    /** In one pass: what was typed may hold any number of lines. */
    private static String withoutIndentation(String page) {
        StringBuilder light = new StringBuilder(page.length());
        int from = 0;
        for (int line = page.indexOf('\n'); line >= 0; line = page.indexOf('\n', from)) {
            int text = line + 1;
            while (text < page.length() && Character.isWhitespace(page.charAt(text))) {
                text++;
            }
            boolean indentation = page.startsWith("<", text) && !page.startsWith("</textarea", text);
            light.append(page, from, indentation ? line + 1 : text);
            from = text;
        }
        return light.append(page, from, page.length()).toString();
    }
}
