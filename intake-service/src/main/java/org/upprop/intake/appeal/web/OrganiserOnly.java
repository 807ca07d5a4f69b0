package org.upprop.intake.appeal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.upprop.access.BearerToken;
import org.upprop.intake.web.BodyLimit;
import org.upprop.intake.web.Problem;

/**
 * Lets nobody publish an appeal without the organiser's token. It is asked of every PUT, however its path is spelt, before
 * the body is read, and only then may the body be as long as an appeal is.
 */
@Component
@Order(BodyLimit.ORDER - 1)
class OrganiserOnly extends OncePerRequestFilter {

    private static final int APPEAL_BYTES = 256 * 1024;

    private final BearerToken token;
    private final BodyLimit bodies;

    OrganiserOnly(OrganiserProperties organiser, BodyLimit bodies) {
        this.token = organiser.bearer();
        this.bodies = bodies;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.PUT.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (token.isHeldBy(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            BodyLimit.raise(request, APPEAL_BYTES);
            chain.doFilter(request, response);
        } else {
            bodies.refuse(request, response, Problem.UNAUTHORISED.exception());
        }
    }
}
