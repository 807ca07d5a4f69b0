package org.upprop.delivery.messaging;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.upprop.event.EventHeaders;

/**
 * Carries a trace from record to record, in a header. Records begin none: what is of no trace, or of one that is not
 * recorded, has no span and no header. So it is with everything while tracing is off.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C, Trace Context</a>
 */
public final class Traces {

    private static final TextMapPropagator HEADER = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    public Traces(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("org.upprop");
    }

    /** The trace that a record is of, as its header says it; nothing where that says none. */
    public static @Nullable String of(ConsumerRecord<?, ?> record) {
        Map<String, String> header = new HashMap<>();
        HEADER.inject(
                HEADER.extract(Context.root(), record.headers(), new HeaderReader()),
                header,
                (_, name, value) -> header.put(name, value));
        return header.get(EventHeaders.TRACE);
    }

    /** Records are being sent, each as part of the trace that its header says, or else of what this thread is doing. */
    public Passage sending(List<ProducerRecord<byte[], byte[]>> records) {
        return passage(records.stream().map(record -> {
            Span span = begin(SpanKind.PRODUCER, "send", record.topic(), record.headers());
            write(span, record.headers());
            return span;
        }));
    }

    /** Records are being taken in. */
    public Passage receiving(List<ConsumerRecord<byte[], byte[]>> records) {
        return passage(
                records.stream().map(record -> begin(SpanKind.CONSUMER, "process", record.topic(), record.headers())));
    }

    private static void write(Span span, Headers headers) {
        headers.remove(EventHeaders.TRACE);
        if (span.isRecording()) {
            HEADER.inject(
                    Context.root().with(span),
                    headers,
                    (_, name, value) -> RecordHeaderTexts.add(headers, name, value));
        }
    }

    private Span begin(SpanKind kind, String operation, String topic, Headers headers) {
        Context parent = HEADER.extract(Context.current(), headers, new HeaderReader());
        if (!Span.fromContext(parent).getSpanContext().isValid()) {
            return Span.getInvalid();
        }
        return tracer.spanBuilder(operation + " " + topic)
                .setParent(parent)
                .setSpanKind(kind)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.name", operation)
                .setAttribute("messaging.destination.name", topic)
                .startSpan();
    }

    private static Passage passage(Stream<Span> spans) {
        return new Passage(spans.filter(Span::isRecording).toList());
    }

    /** What is done with some records, until it ends. */
    public static final class Passage {

        private final List<Span> spans;

        private Passage(List<Span> spans) {
            this.spans = spans;
        }

        /** Does it, and ends with it. */
        public void during(Runnable work) {
            try {
                work.run();
                end(null);
            } catch (RuntimeException | Error failed) {
                end(failed);
                throw failed;
            }
        }

        /** @param failed why it failed, nothing where it did not; no more than that it did is told of it */
        public void end(@Nullable Throwable failed) {
            spans.forEach(span -> {
                if (failed != null) {
                    span.setStatus(StatusCode.ERROR);
                }
                span.end();
            });
        }
    }

    private static final class HeaderReader implements TextMapGetter<Headers> {

        @Override
        public Iterable<String> keys(Headers headers) {
            return Arrays.stream(headers.toArray()).map(Header::key).toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            return headers == null
                    ? null
                    : RecordHeaderTexts.find(headers, name).orElse(null);
        }
    }
}
