package org.upprop.intake.appeal.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.web.Problem;
import org.upprop.text.InvalidValue;

/**
 * Gives a handler the appeal that {@code {slug}} in its path names. Where it is the handler's first parameter, an
 * unknown appeal is answered before the body is looked at.
 */
@Component
public class AppealArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Appeals appeals;

    AppealArgument(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Appeal.class;
    }

    @Override
    public Appeal resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return namedIn(request);
    }

    /** The appeal that a request is about; where there is none this throws what is to be answered. */
    public Appeal namedIn(NativeWebRequest request) {
        if (!appeals.areRead()) {
            throw Problem.UNAVAILABLE.exception("The appeals have not been read yet.");
        }
        try {
            return appeals.find(new AppealSlug(slug(request))).orElseThrow(Problem.UNKNOWN_APPEAL::exception);
        } catch (InvalidValue unnameable) {
            throw Problem.UNKNOWN_APPEAL.exception();
        }
    }

    private static String slug(NativeWebRequest request) {
        Object path =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return path instanceof Map<?, ?> variables ? String.valueOf(variables.get("slug")) : "";
    }
}
