package org.upprop.delivery.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;

/** What a compacted topic says, in memory; it keeps following the topic from when that is there. */
public abstract class TopicBook implements DisposableBean {

    private final String topic;
    private final Map<String, Object> consumerConfig;
    private volatile @Nullable TopicFollower follower;

    /** @param consumerConfig how to reach the broker */
    protected TopicBook(String topic, Map<String, Object> consumerConfig) {
        this.topic = topic;
        this.consumerConfig = consumerConfig;
    }

    /** Takes what a record says; with a null under a key nothing more is said there. */
    protected abstract void apply(String key, byte @Nullable [] value);

    /** Whether the topic was read to its end; until then what is missing may only be unread. */
    public boolean isComplete() {
        TopicFollower current = follower;
        return current != null && current.isComplete();
    }

    /** Waits until the record at {@code offset} was read; false if that takes longer than {@code patience}. */
    public boolean awaitOffset(long offset, Duration patience) throws InterruptedException {
        TopicFollower current = follower;
        return current != null && current.awaitOffset(offset, patience);
    }

    @EventListener
    void on(TopicsReady ready) {
        follower = new TopicFollower(topic, consumerConfig, this::take);
    }

    @Override
    public void destroy() {
        TopicFollower current = follower;
        if (current != null) {
            current.close();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        apply(new String(record.key(), StandardCharsets.UTF_8), record.value());
    }
}
