package org.upprop.intake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body is of one type. One with an asterisk makes the framework fail before anybody could refuse it. */
@Component
@Order(BodyLimit.ORDER - 10)
class TypeOfBody extends OncePerRequestFilter {

    private final BodyLimit bodies;

    TypeOfBody(BodyLimit bodies) {
        this.bodies = bodies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.contains("*")) {
            bodies.refuse(request, response, Problem.NOT_JSON.exception());
        } else {
            chain.doFilter(request, response);
        }
    }
}
