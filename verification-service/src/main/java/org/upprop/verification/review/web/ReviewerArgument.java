package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.upprop.access.Holders;
import org.upprop.access.Role;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.visit.Visits;

/** Lets a handler begin that takes a {@link Reviewer} as its first parameter. It asks for the reviewer's token before anything else of a request is looked at, however its path is spelt. */
@Component
class ReviewerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Holders holders;
    private final Visits visits;

    ReviewerArgument(Holders holders, Visits visits) {
        this.holders = holders;
        this.visits = visits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Reviewer.class;
    }

    @Override
    public Reviewer resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return Optional.ofNullable(authorization)
                .flatMap(held -> visits.guess(servlet.getRemoteAddr(), () -> holders.of(held, Role.REVIEWER)))
                .map(holder -> new Reviewer(holder.name(), holder.remit()))
                .orElseThrow(ReviewerArgument::refused);
    }

    private static ErrorResponseException refused() {
        ErrorResponseException refused = new ErrorResponseException(HttpStatus.UNAUTHORIZED);
        refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"reviewer\"");
        return refused;
    }
}
