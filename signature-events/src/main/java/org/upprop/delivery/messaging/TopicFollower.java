package org.upprop.delivery.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads partitions from their beginning, and goes on following them. Every instance follows all of them, so it joins no
 * group and commits nothing; after a failure it reads from the beginning again.
 */
public final class TopicFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** These topics say little. What is new comes at once all the same. */
    private static final int ASKS_AGAIN_AFTER_MS = 60_000;

    private static final int ANSWERED_AFTER_MS = 70_000;

    private final String name;
    private final List<TopicPartition> partitions;
    private final Map<String, Object> consumerConfig;
    private final Consumer<ConsumerRecord<byte[], byte[]>> applies;
    private final Object progress = new Object();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private boolean complete;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> reading;
    private volatile boolean closed;

    /**
     * Begins to follow a topic of one partition.
     *
     * @param consumerConfig how to reach the broker
     * @param applies takes every record; what it throws is logged, and the record passed over
     */
    public TopicFollower(
            String topic, Map<String, Object> consumerConfig, Consumer<ConsumerRecord<byte[], byte[]>> applies) {
        this(topic, List.of(new TopicPartition(topic, 0)), consumerConfig, applies);
    }

    /**
     * Begins to follow some partitions; of each its records come in their order.
     *
     * @param name what they are called in logs
     */
    public TopicFollower(
            String name,
            Collection<TopicPartition> partitions,
            Map<String, Object> consumerConfig,
            Consumer<ConsumerRecord<byte[], byte[]>> applies) {
        this.name = name;
        this.partitions = List.copyOf(partitions);
        this.consumerConfig = consumerConfig;
        this.applies = applies;
        Thread.ofPlatform().daemon().name("follow-" + name).start(this::follow);
    }

    /** Whether all was read to its end, once; not while it cannot be read for a reason that nobody foresaw. */
    public boolean isComplete() {
        synchronized (progress) {
            return complete;
        }
    }

    /**
     * Waits until the record at {@code offset} of the only partition was applied; false if that takes longer than {@code
     * patience}.
     */
    public boolean awaitOffset(long offset, Duration patience) throws InterruptedException {
        return awaitEnds(Map.of(partitions.getFirst(), offset + 1), patience);
    }

    /** Waits until each partition was read up to there; false if that takes longer than {@code patience}. */
    public boolean awaitEnds(Map<TopicPartition, Long> ends, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (progress) {
            while (!isPast(ends)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                progress.wait(Math.max(1, left / 1_000_000));
            }
            return true;
        }
    }

    /** Wakes the consumer instead of interrupting its thread, in which it could not even say goodbye to the broker. */
    @Override
    public void close() {
        closed = true;
        KafkaConsumer<?, ?> current = reading;
        if (current != null) {
            current.wakeup();
        }
    }

    private void follow() {
        while (!closed) {
            try {
                readFromTheBeginning();
            } catch (InterruptException | WakeupException stopped) {
                LOG.debug("Stopped following {}", name);
            } catch (KafkaException failed) {
                LOG.warn(
                        "Lost {}: {}; reading it again", name, failed.getClass().getSimpleName());
                pause();
            } catch (RuntimeException | Error unforeseen) {
                LOG.error(
                        "Lost {}: {}; incomplete until it is read again",
                        name,
                        unforeseen.getClass().getName());
                lost();
                pause();
            }
        }
    }

    private void readFromTheBeginning() {
        Map<String, Object> config = new HashMap<>(consumerConfig);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, ASKS_AGAIN_AFTER_MS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWERED_AFTER_MS);
        var bytes = new ByteArrayDeserializer();
        var consumer = new KafkaConsumer<>(config, bytes, bytes);
        try {
            reading = consumer;
            begins();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    apply(record);
                }
                moved(partitions.stream().collect(Collectors.toMap(Function.identity(), consumer::position)), ends);
            }
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO)); // else it would wait for the answer
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            applies.accept(record);
        } catch (RuntimeException unreadable) {
            LOG.error(
                    "Passed over {}-{}@{}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    unreadable.getClass().getName());
        }
    }

    private void begins() {
        synchronized (progress) {
            positions.clear();
        }
    }

    private void moved(Map<TopicPartition, Long> to, Map<TopicPartition, Long> ends) {
        synchronized (progress) {
            positions.putAll(to);
            complete = complete || isPast(ends);
            progress.notifyAll();
        }
    }

    private boolean isPast(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void lost() {
        synchronized (progress) {
            complete = false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            LOG.debug("Stopped following {}", name);
        }
    }
}
