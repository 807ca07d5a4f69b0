package org.upprop.publication.list.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.upprop.site.Vocabulary;

/** The templates, words and styles of the pages, as they were compiled into this service. */
@Component
class Layout {

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    static final Vocabulary WORDS = new Vocabulary("messages.list", "sv");

    private static final List<String> PARTS = List.of(
            "gg/jte/generated/precompiled/JteframeGenerated.class",
            "gg/jte/generated/precompiled/JtelistGenerated.class",
            "gg/jte/generated/precompiled/JtenoticeGenerated.class",
            "gg/jte/generated/precompiled/JtesignatoryGenerated.class",
            "messages/list_en.properties",
            "messages/list_sv.properties",
            "static/publication/list.css");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String fingerprint = fingerprintOf(PARTS);

    byte[] render(String template, Object view) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template, view, output);
        return output.toByteArray();
    }

    /** Changes when a new release changes how pages look, so that no cache keeps the old look. */
    String fingerprint() {
        return fingerprint;
    }

    String stylesheet() {
        return "/publication/list.css?v=" + fingerprint;
    }

    private static String fingerprintOf(List<String> parts) {
        CRC32C sum = new CRC32C();
        try {
            for (String part : parts) {
                sum.update(new ClassPathResource(part).getContentAsByteArray());
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
