package org.upprop.intake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a body that is too large by counting its bytes, whatever its headers say. The limit is what a signature needs,
 * unless a filter before this one has raised it.
 */
@Component
@Order(BodyLimit.ORDER)
public class BodyLimit extends OncePerRequestFilter {

    public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 200;

    private static final int SIGNATURE_BYTES = 8 * 1024;
    private static final String RAISED = BodyLimit.class.getName() + ".raised";

    private final HandlerExceptionResolver problems;

    BodyLimit(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    /** Allows this request a longer body. */
    public static void raise(HttpServletRequest request, int bytes) {
        request.setAttribute(RAISED, bytes);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = request.getAttribute(RAISED) instanceof Integer raised ? raised : SIGNATURE_BYTES;
        byte[] body = request.getContentLengthLong() > limit
                ? new byte[limit + 1]
                : request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            var tooLarge = Problem.TOO_LARGE.exception("At most " + limit / 1024 + " KiB.");
            problems.resolveException(request, response, null, tooLarge);
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }
}
