package org.upprop.verification.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.upprop.verification.visit.Visits;

/** Lets nobody come too often where a link or an address is taken. */
@Component
@Order(-1)
class VisitLimit extends OncePerRequestFilter {

    private static final Pattern LINKS = Pattern.compile("/links(/.*)?|/api/v1/appeals/[^/]*/links");
    /** Where one place could occupy reviewers, or try out their tokens. */
    private static final Pattern REVIEWERS =
            Pattern.compile("/report/.*|/api/v1/entries/[^/]*/reports|/reviews/sign-in");

    private static final Pattern LIMITED = Pattern.compile(
            "/(verify|manage)/.*|/api/v1/verifications/.*|" + LINKS.pattern() + "|" + REVIEWERS.pattern());

    private final Visits visits;
    private final HandlerExceptionResolver handlerExceptionResolver;

    VisitLimit(Visits visits, HandlerExceptionResolver handlerExceptionResolver) {
        this.visits = visits;
        this.handlerExceptionResolver = handlerExceptionResolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LIMITED.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = visits.visit(request.getRemoteAddr())
                .or(() -> isAsk(request) ? visits.ask(request.getRemoteAddr()) : Optional.empty());
        if (wait.isPresent()) {
            handlerExceptionResolver.resolveException(request, response, null, new TooManyVisits(wait.get()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isAsk(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && (LINKS.matcher(request.getRequestURI()).matches()
                        || REVIEWERS.matcher(request.getRequestURI()).matches());
    }
}
