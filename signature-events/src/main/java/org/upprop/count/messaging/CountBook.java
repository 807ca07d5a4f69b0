package org.upprop.count.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.count.PublicCount;
import org.upprop.delivery.messaging.TopicBook;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;

/**
 * The count of every appeal, in memory, as {@code counts.v1} tells it; it keeps following the topic. Several instances
 * write that topic, so the highest revision stands, in whatever order they come.
 */
public final class CountBook extends TopicBook {

    private final Map<String, PublicCount> counts = new ConcurrentHashMap<>();

    /** @param consumerConfig how to reach the broker */
    public CountBook(Map<String, Object> consumerConfig) {
        super(Topics.COUNTS, consumerConfig);
    }

    /** The latest count that was read; nothing where none was, which may only mean that it is still unread. */
    public Optional<PublicCount> find(AppealSlug slug) {
        return Optional.ofNullable(counts.get(slug.value()));
    }

    @Override
    protected void apply(String key, byte @Nullable [] value) {
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
