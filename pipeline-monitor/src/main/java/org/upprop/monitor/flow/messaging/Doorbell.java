package org.upprop.monitor.flow.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells when something is written to partitions on which nothing comes: by one question, which a broker answers at once when
 * there is something, so that a pipeline at rest is hardly asked anything. It joins no group.
 */
final class Doorbell implements AutoCloseable {

    private static final int ASKS_AGAIN_AFTER_MS = 20_000;
    private static final Duration PATIENCE = Duration.ofMillis(50);

    /** Bytes: what is written is not looked at. */
    private static final int LITTLE = 1_024;

    private final Map<String, Object> consumerConfig;
    private Map<TopicPartition, Long> ends = Map.of();
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    Doorbell(Map<String, Object> consumerConfig) {
        this.consumerConfig = new HashMap<>(consumerConfig);
        this.consumerConfig.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.consumerConfig.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, ASKS_AGAIN_AFTER_MS);
        this.consumerConfig.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, LITTLE);
        this.consumerConfig.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_UNCOMMITTED.toString());
    }

    /** Whether anything has come behind these ends. */
    boolean rings(Map<TopicPartition, Long> behind) {
        try {
            KafkaConsumer<byte[], byte[]> listening = listening();
            if (!behind.equals(ends)) {
                listening.assign(behind.keySet());
                behind.forEach(listening::seek);
                ends = Map.copyOf(behind);
            }
            listening.poll(PATIENCE);
            boolean rings = !listening.assignment().stream()
                    .collect(Collectors.toMap(partition -> partition, listening::position))
                    .equals(ends);
            if (rings) {
                silence();
            }
            return rings;
        } catch (KafkaException failed) {
            close();
            throw failed;
        }
    }

    /** Until it is asked again, nothing is read. */
    private void silence() {
        if (consumer != null) {
            consumer.unsubscribe();
        }
        ends = Map.of();
    }

    @Override
    public void close() {
        ends = Map.of();
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(Duration.ZERO)); // else it would wait for the answer
            consumer = null;
        }
    }

    private KafkaConsumer<byte[], byte[]> listening() {
        if (consumer == null) {
            var bytes = new ByteArrayDeserializer();
            consumer = new KafkaConsumer<>(consumerConfig, bytes, bytes);
        }
        return consumer;
    }
}
