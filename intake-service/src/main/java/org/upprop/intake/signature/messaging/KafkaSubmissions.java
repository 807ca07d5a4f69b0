package org.upprop.intake.signature.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.upprop.delivery.messaging.TopicsReady;
import org.upprop.delivery.messaging.Traces;
import org.upprop.event.Topics;
import org.upprop.intake.signature.Submissions;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.messaging.SignatureRecords;

/** Submissions on {@code signatures.submitted.v1}. Accepted means acknowledged: nothing less counts as received. */
@Component
class KafkaSubmissions implements Submissions {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaSubmissions.class);

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Traces traces;
    private final Duration wait;
    private final Semaphore free;
    private final Timer acknowledged;
    private final MeterRegistry meters;

    KafkaSubmissions(
            KafkaTemplate<byte[], byte[]> kafka, Traces traces, SubmissionProperties limits, MeterRegistry meters) {
        this.kafka = kafka;
        this.traces = traces;
        this.wait = limits.acknowledgementWait();
        this.free = new Semaphore(limits.inFlight());
        this.meters = meters;
        Gauge.builder("upprop.submissions.in.flight", free, still -> limits.inFlight() - still.availablePermits())
                .description("Submissions that wait for the broker's acknowledgement")
                .register(meters);
        Gauge.builder("upprop.submissions.in.flight.limit", limits, SubmissionProperties::inFlight)
                .description("How many may wait; beyond it the answer is 503")
                .register(meters);
        this.acknowledged = Timer.builder("upprop.submissions.acknowledgement")
                .description("From sending a submission to the broker's acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
    }

    /** Connects before the first signatory comes, who would else wait for it. */
    @EventListener
    void on(TopicsReady ready) {
        try {
            kafka.partitionsFor(Topics.SUBMITTED);
        } catch (RuntimeException away) {
            LOG.debug("The broker does not tell about its topic yet", away);
        }
    }

    @Override
    public Receipt send(SignatureSubmitted submission) {
        // Beyond what the broker can take, an answer at once is better than a queue that answers nobody in time.
        if (!free.tryAcquire()) {
            return unavailable("full");
        }
        long began = System.nanoTime();
        CompletableFuture<?> sending = started(submission).whenComplete((sent, failed) -> free.release());
        try {
            sending.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            acknowledged.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            return new Receipt.Acknowledged();
        } catch (ExecutionException failed) {
            return unavailable("failed");
        } catch (TimeoutException late) {
            return unavailable("late");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return unavailable("stopped");
        }
    }

    /**
     * It may still arrive after this answer. That harms nothing: whoever tries again under the same key has the same id,
     * whoever has no key the same fingerprint, and verification makes one entry of both.
     */
    private Receipt unavailable(String reason) {
        meters.counter("upprop.submissions.unacknowledged", "reason", reason).increment();
        return new Receipt.Unavailable();
    }

    private CompletableFuture<?> started(SignatureSubmitted submission) {
        ProducerRecord<byte[], byte[]> record = SignatureRecords.submitted(submission);
        Traces.Passage sending = traces.sending(List.of(record));
        return started(record).whenComplete((sent, failed) -> sending.end(failed));
    }

    private CompletableFuture<?> started(ProducerRecord<byte[], byte[]> record) {
        try {
            return kafka.send(record);
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }
}
