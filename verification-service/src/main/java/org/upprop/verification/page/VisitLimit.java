package org.upprop.verification.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.upprop.verification.visit.TooManyVisits;
import org.upprop.verification.visit.Visits;

/**
 * Lets nobody come too often where a link or an address is taken. It stands behind the choice of who answers and reads a
 * path as that does, so that there is no way of spelling one that leads to the answer and past the limit.
 */
@Component
class VisitLimit implements WebMvcConfigurer {

    private static final String[] LINKS = {
        "/verify/**", "/manage/**", "/api/v1/verifications/**", "/reviews/sign-in",
    };

    /** Where one place could have mails sent to others, occupy reviewers, or fill the table of tries. */
    private static final String[] ASKS = {
        "/links/**", "/api/v1/appeals/*/links", "/report/**", "/api/v1/entries/*/reports", "/verify/code/*",
    };

    private final Visits visits;

    VisitLimit(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Limit(request -> true, visits::visit))
                .addPathPatterns(LINKS)
                .addPathPatterns(ASKS);
        registry.addInterceptor(new Limit(request -> request.getMethod().equals("POST"), visits::ask))
                .addPathPatterns(ASKS);
    }

    /** @param pause nothing where somebody is welcome */
    private record Limit(Predicate<HttpServletRequest> holds, Function<String, Optional<Duration>> pause)
            implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (holds.test(request)) {
                pause.apply(request.getRemoteAddr()).ifPresent(time -> {
                    throw new TooManyVisits(time);
                });
            }
            return true;
        }
    }
}
