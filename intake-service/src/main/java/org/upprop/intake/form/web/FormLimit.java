package org.upprop.intake.form.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.upprop.intake.web.BodyLimit;

/**
 * Lets a form be three times as long as the same signature in JSON, because a form writes each byte of a letter beyond
 * ASCII as three. What it holds is limited like any other signature.
 */
@Component
@Order(BodyLimit.ORDER - 1)
class FormLimit extends OncePerRequestFilter {

    /** What a signature may hold, once it is decoded. */
    static final int DECODED_BYTES = 8 * 1024;

    private static final int BYTES_PER_BYTE = 3;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().startsWith("/appeals/")) {
            BodyLimit.raise(request, DECODED_BYTES * BYTES_PER_BYTE);
        }
        chain.doFilter(request, response);
    }
}
