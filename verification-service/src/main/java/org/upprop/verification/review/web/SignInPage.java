package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
import org.upprop.verification.visit.Visits;

/** Where reviewers sign in and out, and where everybody lands who is not signed in. */
@Controller
class SignInPage {

    private final SignIn signIn;
    private final DeskPages pages;
    private final Visits visits;

    SignInPage(SignIn signIn, DeskPages pages, Visits visits) {
        this.signIn = signIn;
        this.pages = pages;
        this.visits = visits;
    }

    @GetMapping("/reviews/sign-in")
    ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
        return page(request, response, HttpStatus.OK);
    }

    @PostMapping(path = "/reviews/sign-in", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<ResponseCookie> cookie = isFromElsewhere(request)
                ? Optional.empty()
                : visits.guess(request.getRemoteAddr(), () -> signIn.with(token));
        return cookie.map(kept -> with(kept, "/reviews"))
                .orElseGet(() -> page(request, response, HttpStatus.FORBIDDEN));
    }

    @PostMapping("/reviews/sign-out")
    ResponseEntity<String> signOut(SignedIn who, HttpServletRequest request) {
        return with(signIn.out(request), "/reviews/sign-in");
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, HttpServletResponse response, HttpStatusCode status) {
        return pages.page(
                response, status, "signIn", DeskPages.words(request), new SignInSheet(status.is4xxClientError()));
    }

    /** A form of another site must sign nobody in; a browser that is too old to tell is let in. */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static ResponseEntity<String> with(ResponseCookie cookie, String path) {
        ResponseEntity<String> there = DeskPages.to(path, Map.of());
        return ResponseEntity.status(there.getStatusCode())
                .headers(there.getHeaders())
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }

    /** Asks whoever is not signed in to do so. */
    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Door {

        @ExceptionHandler
        ResponseEntity<String> on(NotSignedIn nobody) {
            return DeskPages.to("/reviews/sign-in", Map.of());
        }
    }
}
