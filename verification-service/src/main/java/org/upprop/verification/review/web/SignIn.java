package org.upprop.verification.review.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.upprop.site.PublicUrls;
import org.upprop.verification.link.Token;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.ReviewerSessions;

/**
 * Keeps a reviewer signed in on a page for 12 hours, by a cookie that no script reads and that no other site sends along.
 * The database holds no more of it than an HMAC under the reviewer's token, so another token ends it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265">RFC 6265, cookies</a>
 */
@Component
class SignIn {

    private static final String HMAC = "HmacSHA256";
    private static final Duration LASTS = Duration.ofHours(12);

    private final Map<Reviewer, SecretKeySpec> keys = new LinkedHashMap<>();
    private final Reviewers reviewers;
    private final ReviewerSessions sessions;
    private final boolean behindHttps;

    SignIn(ReviewerProperties properties, Reviewers reviewers, ReviewerSessions sessions, PublicUrls urls) {
        properties
                .byName()
                .forEach((name, token) ->
                        keys.put(new Reviewer(name), new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), HMAC)));
        this.reviewers = reviewers;
        this.sessions = sessions;
        behindHttps = "https".equals(urls.verification().getScheme());
    }

    /** The cookie of who typed this token; nothing if it is nobody's. */
    Optional<ResponseCookie> with(String token) {
        return reviewers.typing(token).map(reviewer -> {
            String held = Token.random().value();
            sessions.open(hmac(Objects.requireNonNull(keys.get(reviewer)), held));
            return cookie(held, LASTS);
        });
    }

    Optional<SignedIn> find(HttpServletRequest request) {
        String held = held(request);
        if (held == null) {
            return Optional.empty();
        }
        Map<Reviewer, byte[]> possible = possible(held);
        return sessions.openOf(possible.values())
                .flatMap(open -> possible.entrySet().stream()
                        .filter(one -> Arrays.equals(one.getValue(), open))
                        .map(one -> new SignedIn(one.getKey(), proof(held)))
                        .findFirst());
    }

    /** Ends it, and returns the cookie that takes the place of the other. */
    ResponseCookie out(HttpServletRequest request) {
        Stream.ofNullable(held(request))
                .forEach(held -> sessions.close(possible(held).values()));
        return cookie("", Duration.ZERO);
    }

    private Map<Reviewer, byte[]> possible(String held) {
        Map<Reviewer, byte[]> possible = new LinkedHashMap<>();
        keys.forEach((reviewer, key) -> possible.put(reviewer, hmac(key, held)));
        return possible;
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

    private static byte[] hmac(SecretKeySpec key, String held) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(held.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + HMAC, missing);
        }
    }
}
