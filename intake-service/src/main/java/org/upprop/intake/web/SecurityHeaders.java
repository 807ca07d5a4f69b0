package org.upprop.intake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.upprop.site.PublicUrls;

/**
 * Pages load and run only what this service itself has, send forms to it and to verification, stand in no frame, and tell
 * no other site where their reader came from.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "script-src 'self'; connect-src 'self'; form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'";

    private static final String FOR_NO_PAGE = policy("");

    private final String policy;
    private final boolean behindHttps;

    SecurityHeaders(PublicUrls urls) {
        behindHttps = "https".equals(urls.intake().getScheme());
        policy = policy(" " + urls.verification());
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
    static void set(HttpServletResponse response) {
        set(response, FOR_NO_PAGE);
    }

    private static void set(HttpServletResponse response, String policy) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /** @param takesCodes whom a form may be sent to beside this service */
    private static String policy(String takesCodes) {
        return CONTENT_SECURITY_POLICY.formatted(takesCodes);
    }
}
