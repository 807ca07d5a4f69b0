package org.upprop.verification.review.web;

import java.util.List;
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
import org.upprop.verification.review.Reviewer;

/** Lets a handler begin that takes a {@link Reviewer} as its first parameter. It asks for the reviewer's token before anything else of a request is looked at, however its path is spelt. */
@Component
class ReviewerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Reviewers reviewers;

    ReviewerArgument(Reviewers reviewers) {
        this.reviewers = reviewers;
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
        return reviewers.holding(request.getHeader(HttpHeaders.AUTHORIZATION)).orElseThrow(ReviewerArgument::refused);
    }

    private static ErrorResponseException refused() {
        ErrorResponseException refused = new ErrorResponseException(HttpStatus.UNAUTHORIZED);
        refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"reviewer\"");
        return refused;
    }
}
