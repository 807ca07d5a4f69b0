package org.upprop.page.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.upprop.site.Words;

/** Says in the reader's language, on a page, why there is nothing else to show. */
public class ErrorPages {

    private final Frames frames;
    private final Templates templates;

    ErrorPages(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    /**
     * The page for an error, if a page was asked for: by a browser, and not from the API.
     *
     * @param headers what else the answer says, such as when to try again
     */
    public Optional<ResponseEntity<Object>> answer(
            HttpStatusCode status, HttpHeaders headers, HttpServletRequest request) {
        return asksForAPage(request) ? Optional.of(page(status, headers, request)) : Optional.empty();
    }

    /** The page for an error, whatever was asked for. */
    public ResponseEntity<Object> page(HttpStatusCode status, HttpHeaders headers, HttpServletRequest request) {
        Reader reader = Reader.of(request);
        Words words = reader.words(Spoken.SITE);
        String sentences = "error." + sentencesFor(status.value());
        ErrorView view = new ErrorView(
                frames.of(reader, words.say(sentences + ".title"), false),
                sentences,
                status.is5xxServerError() || status.value() == 429);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(Templates.HTML)
                .cacheControl(CacheControl.noStore())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT)
                .body(templates.page("error.jte", view));
    }

    private static String sentencesFor(int status) {
        return switch (status) {
            case 404 -> "unknown";
            case 413 -> "too-large";
            case 429 -> "too-many";
            case 503 -> "later";
            default -> status < 500 ? "unreadable" : "unexpected";
        };
    }

    private static boolean asksForAPage(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return !path.startsWith("/api/")
                && !path.startsWith("/actuator")
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
