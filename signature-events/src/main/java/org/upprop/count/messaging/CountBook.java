package org.upprop.count.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.upprop.appeal.AppealSlug;
import org.upprop.count.PublicCount;
import org.upprop.delivery.messaging.TopicFollower;
import org.upprop.delivery.messaging.TopicsReady;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;

/**
 * The count of every appeal, in memory, as {@code counts.v1} tells it; it keeps following the topic. Several instances
 * write that topic, so the highest revision stands, in whatever order they come.
 */
public final class CountBook implements DisposableBean {

    private final Map<String, Object> consumerConfig;
    private final Map<String, PublicCount> counts = new ConcurrentHashMap<>();
    private volatile @Nullable TopicFollower follower;

    /** @param consumerConfig how to reach the broker */
    public CountBook(Map<String, Object> consumerConfig) {
        this.consumerConfig = consumerConfig;
    }

    /** The latest count that was read; nothing where none was, which may only mean that it is still unread. */
    public Optional<PublicCount> find(AppealSlug slug) {
        return Optional.ofNullable(counts.get(slug.value()));
    }

    /** Whether the topic was read to its end; until then a count may be an old one, or missing. */
    public boolean isComplete() {
        TopicFollower current = follower;
        return current != null && current.isComplete();
    }

    @EventListener
    void on(TopicsReady ready) {
        follower = new TopicFollower(Topics.COUNTS, consumerConfig, this::apply);
    }

    @Override
    public void destroy() {
        TopicFollower current = follower;
        if (current != null) {
            current.close();
        }
    }

    void apply(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        byte @Nullable [] value = record.value();
        if (value == null) {
            counts.remove(key);
        } else {
            counts.merge(key, EventJson.read(value, PublicCount.class), CountBook::laterOf);
        }
    }

    private static PublicCount laterOf(PublicCount known, PublicCount read) {
        return read.revision() < known.revision() ? known : read;
    }
}
