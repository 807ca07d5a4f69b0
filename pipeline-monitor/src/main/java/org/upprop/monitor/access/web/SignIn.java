package org.upprop.monitor.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.upprop.access.BearerToken;
import org.upprop.access.Holder;
import org.upprop.access.Holders;
import org.upprop.access.Role;

/**
 * Keeps somebody signed in on the pages for 12 hours, by a cookie that no script reads and that no other site sends along.
 * It is the token itself, since the monitor keeps nothing: whoever's token is revoked is signed out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265">RFC 6265, cookies</a>
 */
@Component
class SignIn {

    private static final Duration LASTS = Duration.ofHours(12);

    private final Holders holders;

    SignIn(Holders holders) {
        this.holders = holders;
    }

    /** The cookie of who typed this token; nothing if it is nobody's who may look. */
    Optional<ResponseCookie> with(String token, HttpServletRequest request) {
        String typed = token.strip();
        return holder(typed).map(holder -> cookie(request, encoded(typed), LASTS));
    }

    Optional<SignedIn> find(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request)))
                .map(Cookie::getValue)
                .flatMap(SignIn::decoded)
                .flatMap(token -> holder(token).map(holder -> new SignedIn(holder, proof(token))));
    }

    /** The cookie that takes the place of the other. */
    ResponseCookie out(HttpServletRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    private Optional<Holder> holder(String token) {
        return BearerToken.typed(token).flatMap(typed -> holders.of(typed, Role.VIEWER));
    }

    private static ResponseCookie cookie(HttpServletRequest request, String value, Duration lasts) {
        return ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(lasts)
                .build();
    }

    /** With this prefix a browser takes it over HTTPS alone, and from no neighbouring host. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-operator" : "operator";
    }

    /** A token may hold what a cookie may not. */
    private static String encoded(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String cookie) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** What only a page that was given to the holder of the cookie knows. */
    private static String proof(String token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(("form " + token).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
