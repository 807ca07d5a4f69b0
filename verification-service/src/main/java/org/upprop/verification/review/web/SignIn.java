package org.upprop.verification.review.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.upprop.access.BearerToken;
import org.upprop.access.Holders;
import org.upprop.access.Role;
import org.upprop.signature.Hmac;
import org.upprop.site.PublicUrls;
import org.upprop.verification.link.Token;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.ReviewerSessions;

/**
 * Keeps a reviewer signed in on a page for 12 hours, by a cookie that no script reads and that no other site sends along.
 * The database holds no more of it than an HMAC under the hash of the reviewer's token, so it ends with the token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265">RFC 6265, cookies</a>
 */
@Component
class SignIn {

    private static final Duration LASTS = Duration.ofHours(12);

    private final Holders holders;
    private final ReviewerSessions sessions;
    private final boolean behindHttps;

    SignIn(Holders holders, ReviewerSessions sessions, PublicUrls urls) {
        this.holders = holders;
        this.sessions = sessions;
        behindHttps = "https".equals(urls.verification().getScheme());
    }

    /** The cookie of who typed this token; nothing if it is no reviewer's. */
    Optional<ResponseCookie> with(String typed) {
        return BearerToken.typed(typed.strip())
                .filter(token -> holders.of(token, Role.REVIEWER).isPresent())
                .map(token -> {
                    String held = Token.random().value();
                    sessions.open(hmac(token.hash(), held));
                    return cookie(held, LASTS);
                });
    }

    Optional<SignedIn> find(HttpServletRequest request) {
        String held = held(request);
        if (held == null) {
            return Optional.empty();
        }
        List<Possible> possible = possible(held);
        return sessions.openOf(sessionsOf(possible))
                .flatMap(open -> possible.stream()
                        .filter(one -> Arrays.equals(one.session(), open))
                        .map(one -> new SignedIn(one.reviewer(), proof(held)))
                        .findFirst());
    }

    /** Ends it, and returns the cookie that takes the place of the other. */
    ResponseCookie out(HttpServletRequest request) {
        Stream.ofNullable(held(request)).forEach(held -> sessions.close(sessionsOf(possible(held))));
        return cookie("", Duration.ZERO);
    }

    /** What its session is called under each token that is a reviewer's now. */
    private List<Possible> possible(String held) {
        return holders.who(Role.REVIEWER).entrySet().stream()
                .map(one -> new Possible(
                        new Reviewer(one.getValue().name(), one.getValue().remit()), hmac(one.getKey(), held)))
                .toList();
    }

    private static List<byte[]> sessionsOf(List<Possible> possible) {
        return possible.stream().map(Possible::session).toList();
    }

    private @Nullable String held(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name());
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    private ResponseCookie cookie(String value, Duration lasts) {
        return ResponseCookie.from(name(), value)
                .httpOnly(true)
                .secure(behindHttps)
                .sameSite("Strict")
                .path("/")
                .maxAge(lasts)
                .build();
    }

    /** With this prefix a browser takes it over HTTPS alone, and from no neighbouring host. */
    private String name() {
        return behindHttps ? "__Host-reviewer" : "reviewer";
    }

    /** What only a page that was given to the holder of the cookie knows. */
    private static String proof(String held) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new Token("form " + held).hash());
    }

    private static byte[] hmac(String tokenHash, String held) {
        SecretKeySpec key = new SecretKeySpec(tokenHash.getBytes(StandardCharsets.UTF_8), Hmac.ALGORITHM);
        return Hmac.of(key, held.getBytes(StandardCharsets.UTF_8));
    }

    private record Possible(Reviewer reviewer, byte[] session) {}
}
