package org.upprop.delivery.messaging;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.ProducerListener;

/** Logs that a record was not sent, and never what it holds: the listener that Boot would add quotes key and value. */
final class SendFailures implements ProducerListener<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(SendFailures.class);

    @Override
    public void onError(
            ProducerRecord<Object, Object> record, @Nullable RecordMetadata metadata, @Nullable Exception failed) {
        LOG.warn(
                "A record for {} was not sent: {}",
                record.topic(),
                failed == null ? "unknown" : failed.getClass().getSimpleName());
    }
}
