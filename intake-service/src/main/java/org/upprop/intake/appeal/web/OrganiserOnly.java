package org.upprop.intake.appeal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.upprop.access.Holder;
import org.upprop.access.Holders;
import org.upprop.access.Role;
import org.upprop.intake.web.BodyLimit;
import org.upprop.intake.web.Problem;

/**
 * Lets nobody publish an appeal without an organiser's token. It is asked of every PUT, however its path is spelt, before
 * the body is read, and only then may the body be as long as an appeal is. For which appeals the token is, whoever knows
 * the appeal asks of the {@linkplain #HOLDER holder}.
 */
@Component
@Order(BodyLimit.ORDER - 1)
class OrganiserOnly extends OncePerRequestFilter {

    /** The attribute of a request that was let through. */
    static final String HOLDER = "org.upprop.intake.organiser";

    private static final int APPEAL_BYTES = 256 * 1024;

    private final Holders holders;
    private final BodyLimit bodies;

    OrganiserOnly(Holders holders, BodyLimit bodies) {
        this.holders = holders;
        this.bodies = bodies;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.PUT.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Holder> organiser = holders.of(request.getHeader(HttpHeaders.AUTHORIZATION), Role.ORGANISER);
        if (organiser.isPresent()) {
            request.setAttribute(HOLDER, organiser.get());
            BodyLimit.raise(request, APPEAL_BYTES);
            chain.doFilter(request, response);
        } else {
            bodies.refuse(request, response, Problem.UNAUTHORISED.exception());
        }
    }
}
