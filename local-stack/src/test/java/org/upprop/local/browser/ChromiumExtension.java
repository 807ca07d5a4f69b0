package org.upprop.local.browser;

import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test its visitors, all of them with the one Chromium. */
final class ChromiumExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

    private static final Path PICTURES = Path.of("target", "browser");
    private static final String MISSING = "No Chromium is installed here; install one, or name it with "
            + "-Dupprop.test.chromium or UPPROP_TEST_CHROMIUM";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.installed().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is installed");
        }
        if ("required".equals(System.getProperty("upprop.test.browser"))) {
            throw new IllegalStateException(MISSING);
        }
        return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
        return context.getStore(Namespace.GLOBAL)
                .computeIfAbsent(Visitors.class, _ -> new Visitors(chromium.browser()), Visitors.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visitors visitors = context.getStore(Namespace.GLOBAL).get(Visitors.class, Visitors.class);
        if (visitors == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            leavePictures(visitors, context);
        } else if (!visitors.errors().isEmpty()) {
            throw new AssertionError("Uncaught in a page: " + String.join("; ", visitors.errors()));
        }
    }

    private static void leavePictures(Visitors visitors, ExtensionContext context) {
        try {
            visitors.picture(
                    PICTURES,
                    "%s-%s"
                            .formatted(
                                    context.getRequiredTestClass().getSimpleName(),
                                    context.getRequiredTestMethod().getName()));
        } catch (PlaywrightException unpictured) {
            context.getExecutionException().ifPresent(failure -> failure.addSuppressed(unpictured));
        }
    }
}
