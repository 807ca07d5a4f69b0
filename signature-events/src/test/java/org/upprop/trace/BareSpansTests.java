package org.upprop.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;

class BareSpansTests {

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final SdkTracerProvider tracing = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new BareSpans(exported)))
            .build();

    @Test
    void keepOfARequestItsMethodItsTemplateAndItsStatus() {
        span(SpanKind.SERVER)
                .updateName("http get invented by a client")
                .setAttribute("method", "GET")
                .setAttribute("uri", "/verify/{token}")
                .setAttribute("status", "200")
                .setAttribute("http.url", "/verify/a-token")
                .setAttribute("client.name", "192.0.2.1")
                .end();

        assertThat(exported.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("GET /verify/{token}");
            assertThat(span.getAttributes().asMap().keySet())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder("method", "uri", "status");
            assertThat(span.getTotalAttributeCount()).isEqualTo(3);
        });
    }

    @Test
    void keepOfAFailureThatItWasOne() {
        span(SpanKind.SERVER)
                .recordException(new IllegalStateException("Ada Lovelace, ada@example.org"))
                .setStatus(StatusCode.ERROR, "Ada Lovelace, ada@example.org")
                .end();

        assertThat(exported.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getStatus().getDescription()).isEmpty();
            assertThat(span.getEvents()).isEmpty();
            assertThat(span.getTotalRecordedEvents()).isZero();
        });
    }

    @Test
    void leaveOutWhatGoesOnByItselfAndWhoeverWatches() {
        span(SpanKind.SERVER).setAttribute("uri", "/actuator/prometheus").end();
        span(SpanKind.INTERNAL).end();
        span(SpanKind.CLIENT).end();
        span(SpanKind.CONSUMER).end();

        assertThat(exported.getFinishedSpanItems())
                .extracting(SpanData::getKind)
                .containsExactly(SpanKind.CONSUMER);
    }

    private Span span(SpanKind kind) {
        return tracing.get("test").spanBuilder("test").setSpanKind(kind).startSpan();
    }
}
