package org.upprop.verification.review.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** Renders the pages of reviewers. They have words and a style of their own. */
@Component
class DeskPages {

    static final Vocabulary WORDS = new Vocabulary("org.upprop.verification.review.words", "sv");

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            Path.of("."), ContentType.Html, DeskPages.class.getClassLoader(), "gg.jte.generated.html");
    private final String style =
            read("/org/upprop/verification/page/page.css") + read("/org/upprop/verification/review/review.css");
    private final String policy = "default-src 'none'; style-src 'sha256-" + sha256(style)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The words in the language that a browser would rather have. */
    static Words words(HttpServletRequest request) {
        return WORDS.forReader(null, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), null);
    }

    /**
     * A page.
     *
     * @param template its template, which takes the words, the style and the sheet
     * @param sheet what stands on it
     */
    ResponseEntity<String> page(
            HttpServletResponse response, HttpStatusCode status, String template, Words words, Object sheet) {
        StringOutput output = new StringOutput();
        templates.render("review/" + template + ".jte", Map.of("words", words, "style", style, "sheet", sheet), output);
        // In place of the policy of all other pages, since a browser keeps to both where there are two.
        response.setHeader("Content-Security-Policy", policy);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.tag())
                .body(output.toString());
    }

    /** To another page, which a browser asks for with GET; values that are null are left out. */
    static ResponseEntity<String> to(String path, Map<String, ?> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> {
            if (!String.valueOf(value).isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address.encode().buildAndExpand(parameters).toUriString()))
                .build();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static String read(String resource) {
        try (InputStream text = Objects.requireNonNull(DeskPages.class.getResourceAsStream(resource), resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
