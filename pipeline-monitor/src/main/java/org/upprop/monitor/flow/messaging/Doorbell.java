package org.upprop.monitor.flow.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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

    private static final int ASKS_AGAIN_AFTER_MS = 60_000;
    private static final int ANSWERED_AFTER_MS = 70_000;
    private static final Duration PATIENCE = Duration.ofMillis(50);

    /** Bytes: what is written is not looked at. */
    private static final int LITTLE = 1_024;

    private final Map<String, Object> consumerConfig;
    private Map<TopicPartition, Long> ends = Map.of();
    private @Nullable KafkaConsumer<byte[], byte[]> listens;

    Doorbell(Map<String, Object> consumerConfig) {
        this.consumerConfig = new HashMap<>(consumerConfig);
        this.consumerConfig.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.consumerConfig.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, ASKS_AGAIN_AFTER_MS);
        this.consumerConfig.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWERED_AFTER_MS);
        this.consumerConfig.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, LITTLE);
        this.consumerConfig.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_UNCOMMITTED.toString());
        // The topic of the groups is one of Kafka's own.
        this.consumerConfig.put(ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG, false);
    }

    /**
     * From now on it rings when anything comes behind these ends. A connection of its own does that each time: what is asked
     * on one that waits is answered after it.
     */
    void listen(Map<TopicPartition, Long> behind) {
        close();
        var bytes = new ByteArrayDeserializer();
        var consumer = new KafkaConsumer<>(consumerConfig, bytes, bytes);
        consumer.assign(behind.keySet());
        behind.forEach(consumer::seek);
        ends = Map.copyOf(behind);
        listens = consumer;
    }

    /** Whether anything has come; it rings until it listens again. */
    boolean rings() {
        KafkaConsumer<byte[], byte[]> listening = listens;
        if (listening == null) {
            return true;
        }
        try {
            listening.poll(PATIENCE);
            boolean rings = !ends.keySet().stream()
                    .collect(Collectors.toMap(Function.identity(), listening::position))
                    .equals(ends);
            if (rings) {
                close();
            }
            return rings;
        } catch (KafkaException failed) {
            close();
            throw failed;
        }
    }

    @Override
    public void close() {
        if (listens != null) {
            listens.close(CloseOptions.timeout(Duration.ZERO)); // else it would wait for the answer
            listens = null;
        }
    }
}
