package org.upprop.monitor.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.monitor.web.MonitorPages;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** Where people sign in and out, and where everybody lands who may not do what they asked for. */
@Controller
class SignInPage {

    private static final Vocabulary WORDS = Spoken.vocabulary("messages.access");
    private static final String PATH = "/sign-in";

    private final SignIn signIn;
    private final MonitorPages pages;

    SignInPage(SignIn signIn, MonitorPages pages) {
        this.signIn = signIn;
        this.pages = pages;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return page(request, HttpStatus.OK);
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> signIn(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        Optional<ResponseCookie> cookie = isFromElsewhere(request) ? Optional.empty() : signIn.with(token, request);
        return cookie.map(kept -> to("/", kept)).orElseGet(() -> page(request, HttpStatus.FORBIDDEN));
    }

    @PostMapping("/sign-out")
    ResponseEntity<byte[]> signOut(HttpServletRequest request) {
        return to(PATH, signIn.out(request));
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatusCode status) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        return pages.answer(
                status, "signIn.jte", new SignInView(pages.frame(reader, words), words, status.is4xxClientError()));
    }

    /** A form of another site must sign nobody in; a browser that is too old to tell is let in. */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static ResponseEntity<byte[]> to(String path, ResponseCookie cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }

    /** Asks whoever is not signed in to do so. */
    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Door {

        @ExceptionHandler
        ResponseEntity<Void> on(NotSignedIn nobody) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(PATH))
                    .build();
        }
    }
}
