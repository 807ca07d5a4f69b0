package org.upprop.intake.admission.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.upprop.appeal.Appeal;
import org.upprop.intake.admission.Admission;
import org.upprop.intake.admission.Verdict;
import org.upprop.intake.appeal.AppealState;
import org.upprop.intake.appeal.AppealStates;
import org.upprop.intake.appeal.web.AppealArgument;
import org.upprop.intake.web.IdempotencyKeyHeader;
import org.upprop.visit.Visitor;

/**
 * Lets a handler of the API begin only once the visitor is admitted, and answers 429 otherwise. Where it stands before the
 * body among the handler's parameters, nothing is read of a body that is not let in.
 */
@Component
class AdmittedArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final AppealArgument appeals;
    private final VisitorArgument visitors;
    private final Admission admission;
    private final AppealStates states;

    AdmittedArgument(AppealArgument appeals, VisitorArgument visitors, Admission admission, AppealStates states) {
        this.appeals = appeals;
        this.visitors = visitors;
        this.admission = admission;
        this.states = states;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Verdict.Admitted.class;
    }

    @Override
    public Verdict.Admitted resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Appeal appeal = appeals.namedIn(request);
        if (!(states.of(appeal) instanceof AppealState.Open)) {
            // That it takes none is a better answer than that many come, and costs nothing.
            return new Verdict.Admitted(List.of(), null);
        }
        String key = IdempotencyKeyHeader.read(request.getHeader(IdempotencyKeyHeader.NAME));
        Visitor visitor = visitors.behind(request);
        String pass = request.getHeader(TooMany.PASS);
        return switch (admission.admit(appeal, visitor, pass, key)) {
            case Verdict.Admitted admitted -> admitted;
            case Verdict.Held held -> throw TooMany.exception(held, admission.quotas(visitor));
        };
    }
}
