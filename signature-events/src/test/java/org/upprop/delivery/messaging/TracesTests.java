package org.upprop.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upprop.event.EventHeaders;
import org.upprop.event.Topics;

class TracesTests {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String OTHER_TRACE = "1bf7651916cd43dd8448eb211c80319d";

    private final InMemorySpanExporter ended = InMemorySpanExporter.create();

    @Test
    void leadFromARequestToWhoeverTakesItsRecord() {
        OpenTelemetry telemetry = recording();
        Traces traces = new Traces(telemetry);
        Span request = telemetry.getTracer("test").spanBuilder("request").startSpan();
        ProducerRecord<byte[], byte[]> sent = sent(null);

        try (Scope during = request.makeCurrent()) {
            traces.sending(List.of(sent)).end(null);
        }
        ConsumerRecord<byte[], byte[]> received = received(headerOf(sent));
        traces.receiving(List.of(received)).during(() -> {});

        assertThat(ended.getFinishedSpanItems())
                .extracting(SpanData::getKind)
                .containsExactly(SpanKind.PRODUCER, SpanKind.CONSUMER);
        assertThat(ended.getFinishedSpanItems())
                .extracting(SpanData::getTraceId)
                .containsOnly(request.getSpanContext().getTraceId());
        assertThat(Traces.of(received)).isEqualTo(headerOf(sent));
    }

    @Test
    void goOnFromTheTraceThatARecordIsToBeOf() {
        ProducerRecord<byte[], byte[]> sent = sent(traceparent(TRACE, "01"));

        new Traces(recording()).sending(List.of(sent)).during(() -> {});

        SpanData span = ended.getFinishedSpanItems().getFirst();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(headerOf(sent)).isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
    }

    @Test
    void haveASpanForEachRecordOfABatchThatIsOfOne() {
        new Traces(recording())
                .receiving(List.of(
                        received(traceparent(TRACE, "01")), received(null), received(traceparent(OTHER_TRACE, "01"))))
                .during(() -> {});

        assertThat(ended.getFinishedSpanItems())
                .extracting(SpanData::getTraceId)
                .containsExactly(TRACE, OTHER_TRACE);
    }

    @Test
    void leaveNoHeaderWhereNothingIsRecorded() {
        ProducerRecord<byte[], byte[]> unsampled = sent(traceparent(TRACE, "00"));
        new Traces(recording()).sending(List.of(unsampled)).during(() -> {});

        ProducerRecord<byte[], byte[]> off = sent(traceparent(TRACE, "01"));
        new Traces(OpenTelemetry.noop()).sending(List.of(off)).during(() -> {});

        assertThat(unsampled.headers()).isEmpty();
        assertThat(off.headers()).isEmpty();
        assertThat(ended.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void passOnWhatFailsAndTellNoMoreThanThat() {
        var failure = new IllegalStateException("Ada Lovelace");
        Traces traces = new Traces(recording());

        assertThatThrownBy(() -> traces.receiving(List.of(received(traceparent(TRACE, "01"))))
                        .during(() -> {
                            throw failure;
                        }))
                .isSameAs(failure);

        SpanData span = ended.getFinishedSpanItems().getFirst();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.toString()).doesNotContain("Ada");
    }

    @Test
    void areNotReadFromAnythingElse() {
        assertThat(Traces.of(received(null))).isNull();
        assertThat(Traces.of(received("Ada Lovelace"))).isNull();
        assertThat(Traces.of(received(traceparent("00000000000000000000000000000000", "01"))))
                .isNull();
    }

    private OpenTelemetry recording() {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
                        .addSpanProcessor(SimpleSpanProcessor.create(ended))
                        .build())
                .build();
    }

    private static String traceparent(String trace, String flags) {
        return "00-" + trace + "-b7ad6b7169203331-" + flags;
    }

    private static ProducerRecord<byte[], byte[]> sent(@Nullable String trace) {
        var record = new ProducerRecord<byte[], byte[]>(Topics.VERIFIED, new byte[] {1});
        if (trace != null) {
            RecordHeaderTexts.add(record.headers(), EventHeaders.TRACE, trace);
        }
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> received(@Nullable String trace) {
        var record = new ConsumerRecord<>(Topics.VERIFIED, 0, 0, new byte[0], new byte[] {1});
        if (trace != null) {
            RecordHeaderTexts.add(record.headers(), EventHeaders.TRACE, trace);
        }
        return record;
    }

    private static @Nullable String headerOf(ProducerRecord<?, ?> record) {
        return RecordHeaderTexts.find(record.headers(), EventHeaders.TRACE).orElse(null);
    }
}
