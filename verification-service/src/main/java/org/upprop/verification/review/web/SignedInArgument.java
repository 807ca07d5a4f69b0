package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a handler of a page begin only for a reviewer, and one that changes something only for a form of their pages. */
@Component
class SignedInArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final SignIn signIn;

    SignedInArgument(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public SignedIn resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        if (servlet.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
        }
        boolean looks = servlet.getMethod().equals("GET") || servlet.getMethod().equals("HEAD");
        return signIn.find(servlet)
                .filter(who -> looks || who.isSentBy(servlet.getParameter(SignedIn.FIELD)))
                .orElseThrow(NotSignedIn::new);
    }
}
