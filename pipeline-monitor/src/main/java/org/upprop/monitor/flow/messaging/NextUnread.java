package org.upprop.monitor.flow.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.upprop.monitor.flow.Stage;

/**
 * Reads the records that the stages read next, to tell when they were written: how far a stage is behind is the age of
 * such a record and no guess from rates. It joins no group and commits nothing. A record that is read once is remembered.
 */
@Component
class NextUnread implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Bytes: a batch of a partition as producers send them by default. */
    private static final int BATCH = 64 * 1024;

    private final Map<String, Object> consumerConfig;
    private final InstantSource clock;
    private final Map<Stage, Map<TopicPartition, Written>> known = new HashMap<>();
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    NextUnread(ConsumerFactory<?, ?> consumers, InstantSource clock) {
        this.clock = clock;
        consumerConfig = new HashMap<>(consumers.getConfigurationProperties());
        consumerConfig.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumerConfig.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BATCH);
        consumerConfig.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
    }

    /**
     * When the records were written that a stage reads next.
     *
     * @param next where it reads on, of the partitions that have something to read
     * @return the present of a partition that has only what no reader sees, such as the marker of a transaction; nothing
     *     of one whose record did not come in time
     */
    Map<TopicPartition, Instant> writtenAt(Stage stage, Map<TopicPartition, Long> next) {
        Map<TopicPartition, Written> written = known.computeIfAbsent(stage, unread -> new HashMap<>());
        written.entrySet()
                .removeIf(known -> !Objects.equals(
                        next.get(known.getKey()), known.getValue().next()));
        Map<TopicPartition, Long> asked = new HashMap<>(next);
        asked.keySet().removeAll(written.keySet());
        Map<TopicPartition, Instant> at = new HashMap<>();
        if (!asked.isEmpty()) {
            Passed passed = read(asked);
            written.putAll(passed.records());
            passed.nothing().forEach(partition -> at.put(partition, clock.instant()));
        }
        written.forEach((partition, record) -> at.put(partition, record.at()));
        return at;
    }

    @Override
    public void destroy() {
        if (consumer != null) {
            consumer.close();
        }
    }

    private Passed read(Map<TopicPartition, Long> asked) {
        KafkaConsumer<byte[], byte[]> reading = connected();
        Map<TopicPartition, Long> left = new HashMap<>(asked);
        Map<TopicPartition, Written> read = new HashMap<>();
        Set<TopicPartition> nothing = new HashSet<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            reading.assign(left.keySet());
            left.forEach(reading::seek);
            reading.resume(reading.paused()); // one that is assigned again is paused still
            while (!left.isEmpty() && System.nanoTime() < until) {
                for (ConsumerRecord<byte[], byte[]> record : reading.poll(Duration.ofMillis(100))) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    Long next = left.remove(partition);
                    if (next != null) {
                        read.put(partition, new Written(next, Instant.ofEpochMilli(record.timestamp())));
                    }
                }
                left.forEach((partition, next) -> {
                    if (reading.position(partition) > next) {
                        nothing.add(partition);
                    }
                });
                left.keySet().removeAll(nothing);
                reading.pause(read.keySet());
            }
        } catch (KafkaException failed) {
            reading.close();
            consumer = null;
            throw failed;
        }
        return new Passed(read, nothing);
    }

    private KafkaConsumer<byte[], byte[]> connected() {
        if (consumer == null) {
            var bytes = new ByteArrayDeserializer();
            consumer = new KafkaConsumer<>(consumerConfig, bytes, bytes);
        }
        return consumer;
    }

    /** What was read of partitions, and those of which the reader came past something and saw nothing. */
    private record Passed(Map<TopicPartition, Written> records, Set<TopicPartition> nothing) {}

    private record Written(long next, Instant at) {}
}
