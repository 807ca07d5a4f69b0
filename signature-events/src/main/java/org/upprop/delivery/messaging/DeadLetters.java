package org.upprop.delivery.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.upprop.delivery.BadRecord;
import org.upprop.delivery.ReasonCode;
import org.upprop.event.EventHeaders;
import org.upprop.event.Topics;

/**
 * Sets records aside: their bytes and headers as they came, where they came from, and a reason code. No exception text
 * goes with them, since it may quote what the record holds.
 */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final DeadLetterPublishingRecoverer publisher;
    private final MeterRegistry meters;

    DeadLetters(KafkaOperations<byte[], byte[]> kafka, MeterRegistry meters) {
        this.meters = meters;
        publisher = new DeadLetterPublishingRecoverer(
                kafka,
                (record, reason) -> new TopicPartition(Topics.deadLettersOf(record.topic()), record.partition()));
        publisher.excludeHeader(
                HeadersToAdd.EXCEPTION, HeadersToAdd.EX_CAUSE, HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE);
        publisher.setAppendOriginalHeaders(false);
        publisher.setFailIfSendResultIsError(true);
        publisher.addHeadersFunction((record, reason) -> {
            String code = reason instanceof BadRecord bad ? bad.reason().name() : ReasonCode.UNEXPECTED.name();
            return new RecordHeaders().add(EventHeaders.REASON, code.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Returns once the broker has acknowledged the dead letter; throws if it does not. */
    void take(ConsumerRecord<byte[], byte[]> record, ReasonCode reason) {
        publisher.accept(record, null, new BadRecord(reason));
        meters.counter("upprop.records.set.aside", "topic", record.topic(), "reason", reason.name())
                .increment();
        LOG.warn("Set aside {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), reason);
    }
}
