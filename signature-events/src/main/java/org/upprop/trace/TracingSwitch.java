package org.upprop.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Lets Spring Boot configure tracing only where it is told to whom traces go. It would else make spans, and run a thread
 * that exports them, for nobody. Logs are never exported: whoever runs a service collects what it prints.
 */
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final String LOGS = "org.springframework.boot.opentelemetry.autoconfigure.logging.";
    private static final List<String> TRACING = List.of(
            "org.springframework.boot.opentelemetry.",
            "org.springframework.boot.micrometer.tracing.",
            TracingAutoConfiguration.class.getName());

    private boolean on;

    @Override
    public void setEnvironment(Environment environment) {
        on = StringUtils.hasText(environment.getProperty(ENDPOINT));
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[configurations.length];
        for (int n = 0; n < kept.length; n++) {
            String configuration = configurations[n];
            kept[n] = configuration == null || isKept(configuration);
        }
        return kept;
    }

    private boolean isKept(String configuration) {
        boolean ofTracing = TRACING.stream().anyMatch(configuration::startsWith);
        return !configuration.startsWith(LOGS) && (on || !ofTracing);
    }
}
