package org.upprop.page.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages load and run only what their service itself has, send forms nowhere but there and where it says, stand in no frame,
 * and tell no other site where their reader came from.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SecurityHeaders extends OncePerRequestFilter {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "script-src 'self'; connect-src 'self'; form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'";

    private static final String FOR_NO_PAGE = policy("");

    private final String policy;
    private final boolean behindHttps;

    /**
     * The headers of a service.
     *
     * @param own where the public finds it
     * @param takesForms who else may be sent a form
     */
    public SecurityHeaders(URI own, URI... takesForms) {
        behindHttps = "https".equals(own.getScheme());
        policy = policy(Stream.of(takesForms).map(other -> " " + other).collect(Collectors.joining()));
    }

    /** An answer to an error is an answer. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        set(response, policy);
        if (behindHttps || request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }

    /** For an answer that is no page. */
    public static void set(HttpServletResponse response) {
        set(response, FOR_NO_PAGE);
    }

    private static void set(HttpServletResponse response, String policy) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static String policy(String takesForms) {
        return CONTENT_SECURITY_POLICY.formatted(takesForms);
    }
}
