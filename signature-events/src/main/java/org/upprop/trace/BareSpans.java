package org.upprop.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Exports of spans only what names nobody: of a request its method, the template of its path and its status, of a record
 * its topic, and of a failure that it was one. A path may hold the token of a link, and the message of an exception
 * whatever was typed. Spans of what goes on by itself stay here, and so do those of whoever watches the services.
 */
final class BareSpans implements SpanExporter {

    private static final Set<SpanKind> KINDS = Set.of(SpanKind.SERVER, SpanKind.PRODUCER, SpanKind.CONSUMER);
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("method");
    private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("uri");
    private static final Set<String> ATTRIBUTES = Set.of(
            METHOD.getKey(),
            TEMPLATE.getKey(),
            "status",
            "messaging.system",
            "messaging.operation.name",
            "messaging.destination.name");

    private final SpanExporter exporter;

    BareSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> bare = spans.stream()
                .filter(BareSpans::isExported)
                .<SpanData>map(Bare::new)
                .toList();
        return bare.isEmpty() ? CompletableResultCode.ofSuccess() : exporter.export(bare);
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static boolean isExported(SpanData span) {
        String template = span.getAttributes().get(TEMPLATE);
        return KINDS.contains(span.getKind()) && (template == null || !template.startsWith("/actuator"));
    }

    private static final class Bare extends DelegatingSpanData {

        private final Attributes attributes;

        private Bare(SpanData span) {
            super(span);
            attributes = span.getAttributes().toBuilder()
                    .removeIf(key -> !ATTRIBUTES.contains(key.getKey()))
                    .build();
        }

        /** A method that HTTP does not know would stand in the name of a request as a client invented it. */
        @Override
        public String getName() {
            String template = attributes.get(TEMPLATE);
            return template == null ? super.getName() : attributes.get(METHOD) + " " + template;
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
