package org.upprop.monitor.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
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
import org.upprop.access.Holder;
import org.upprop.access.Holders;
import org.upprop.access.Role;

/**
 * Lets a handler begin that takes a {@link Holder}, on the API, or {@link SignedIn}, on a page, only for somebody who may:
 * whatever only looks is for viewers too, anything else for operators.
 */
@Component
class HolderArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Holders holders;
    private final SignIn signIn;

    HolderArguments(Holders holders, SignIn signIn) {
        this.holders = holders;
        this.signIn = signIn;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Holder.class || parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        boolean looks = servlet.getMethod().equals("GET") || servlet.getMethod().equals("HEAD");
        Role asked = looks ? Role.VIEWER : Role.OPERATOR;
        return parameter.getParameterType() == SignedIn.class
                ? onPage(servlet, asked, looks)
                : onApi(request.getHeader(HttpHeaders.AUTHORIZATION), asked);
    }

    private SignedIn onPage(HttpServletRequest request, Role asked, boolean looks) {
        return signIn.find(request)
                .filter(who -> who.holder().may(asked))
                .filter(who -> looks || who.isSentBy(request.getParameter(SignedIn.FIELD)))
                .orElseThrow(NotSignedIn::new);
    }

    private Holder onApi(@Nullable String authorization, Role asked) {
        if (!holders.know(authorization)) {
            ErrorResponseException refused = new ErrorResponseException(HttpStatus.UNAUTHORIZED);
            refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"operator\"");
            throw refused;
        }
        return holders.of(authorization, asked).orElseThrow(() -> new ErrorResponseException(HttpStatus.FORBIDDEN));
    }
}
