package org.upprop.trace;

import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;

/** Spans that leave name nobody, and nobody outside decides about traces. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
class TracingAutoConfiguration {

    @Bean
    SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(exporters.orderedStream().map(BareSpans::new).toList());
    }

    /**
     * No trace comes in or goes out over HTTP. Whoever asks a page could else have every request recorded, or tie requests
     * of different people together.
     */
    @Bean
    OtelPropagator noTraceOverHttp(Tracer tracer) {
        return new OtelPropagator(ContextPropagators.noop(), tracer);
    }
}
