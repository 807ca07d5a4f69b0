package org.upprop.monitor.audit.messaging;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import org.upprop.audit.AuditEvent;
import org.upprop.audit.messaging.AuditRecords;
import org.upprop.delivery.Away;

/** Does what people ask for, and tells it on {@code audit.v1}: both in one transaction, so neither is without the other. */
@Component
public class Actions implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Map<String, Object> config;
    private @Nullable Producer<byte[], byte[]> producer;

    Actions(ProducerFactory<?, ?> producers) {
        config = new HashMap<>(producers.getConfigurationProperties());
        // Of this instance alone: monitors may act side by side.
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "pipeline-monitor-" + UUID.randomUUID());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
    }

    /**
     * Writes the records and what they were written for. Returns once the broker has committed all of it.
     *
     * @return the offsets of the records, in their order
     * @throws Away if that is not certain; it may have been done all the same
     */
    public synchronized List<Long> perform(AuditEvent event, List<ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        try {
            Producer<byte[], byte[]> open = open();
            open.beginTransaction();
            List<Future<RecordMetadata>> sent = records.stream().map(open::send).toList();
            open.send(AuditRecords.record(event));
            open.commitTransaction();
            return offsets(sent);
        } catch (KafkaException | ExecutionException failed) {
            LOG.warn("Whether {} was done is not certain: {}", event.action().id(), failed.toString());
            close(Duration.ZERO);
            throw new Away("broker: " + failed.getMessage());
        }
    }

    @Override
    public synchronized void destroy() {
        close(LAST_WORDS);
    }

    private Producer<byte[], byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
            producer.initTransactions();
        }
        return producer;
    }

    private void close(Duration patience) {
        if (producer != null) {
            producer.close(patience);
            producer = null;
        }
    }

    private static List<Long> offsets(List<Future<RecordMetadata>> sent)
            throws InterruptedException, ExecutionException {
        Long[] offsets = new Long[sent.size()];
        for (int place = 0; place < offsets.length; place++) {
            offsets[place] = sent.get(place).get().offset();
        }
        return Arrays.asList(offsets);
    }
}
