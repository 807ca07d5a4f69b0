package org.upprop.delivery.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
 * Reads a compacted topic of one partition from its beginning, and goes on following it. Every instance follows the
 * whole topic, so it joins no group and commits nothing; after a failure it reads from the beginning again.
 */
public final class TopicFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** These topics say little. What is new comes at once all the same. */
    private static final int ASKS_AGAIN_AFTER_MS = 5_000;

    private final TopicPartition partition;
    private final Map<String, Object> consumerConfig;
    private final Consumer<ConsumerRecord<byte[], byte[]>> applies;
    private final Object progress = new Object();
    private long position;
    private boolean complete;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> reading;
    private volatile boolean closed;

    /**
     * Begins to follow {@code topic}.
     *
     * @param consumerConfig how to reach the broker
     * @param applies takes every record; what it throws is logged, and the record passed over
     */
    public TopicFollower(
            String topic, Map<String, Object> consumerConfig, Consumer<ConsumerRecord<byte[], byte[]>> applies) {
        this.partition = new TopicPartition(topic, 0);
        this.consumerConfig = consumerConfig;
        this.applies = applies;
        Thread.ofPlatform().daemon().name("follow-" + topic).start(this::follow);
    }

    /** Whether the topic was read to its end, once; not while it cannot be read for a reason that nobody foresaw. */
    public boolean isComplete() {
        synchronized (progress) {
            return complete;
        }
    }

    /** Waits until the record at {@code offset} was applied; false if that takes longer than {@code patience}. */
    public boolean awaitOffset(long offset, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (progress) {
            while (position <= offset) {
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
                LOG.debug("Stopped following {}", partition);
            } catch (KafkaException failed) {
                LOG.warn(
                        "Lost {}: {}; reading it again",
                        partition,
                        failed.getClass().getSimpleName());
                pause();
            } catch (RuntimeException | Error unforeseen) {
                LOG.error(
                        "Lost {}: {}; incomplete until it is read again",
                        partition,
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
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(config, bytes, bytes)) {
            reading = consumer;
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    apply(record);
                }
                moved(consumer.position(partition), end);
            }
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            applies.accept(record);
        } catch (RuntimeException unreadable) {
            LOG.error(
                    "Passed over {}@{}: {}",
                    partition,
                    record.offset(),
                    unreadable.getClass().getName());
        }
    }

    private void moved(long to, long end) {
        synchronized (progress) {
            position = to;
            complete |= to >= end;
            progress.notifyAll();
        }
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
            LOG.debug("Stopped following {}", partition);
        }
    }
}
