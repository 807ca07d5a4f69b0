package org.upprop.control.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.upprop.appeal.AppealSlug;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.control.Brakes;
import org.upprop.delivery.messaging.TopicFollower;
import org.upprop.delivery.messaging.TopicsReady;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;

/** The brakes that are on, in memory, as {@code control.v1} tells it; it keeps following the topic. */
public final class BrakeBook implements Brakes, DisposableBean {

    private final Map<String, Object> consumerConfig;
    private final Map<String, Brake> on = new ConcurrentHashMap<>();
    private volatile @Nullable TopicFollower follower;

    BrakeBook(Map<String, Object> consumerConfig) {
        this.consumerConfig = consumerConfig;
    }

    @Override
    public Optional<Brake> on(BrakeKind kind, AppealSlug appeal) {
        return Optional.ofNullable(on.get(Brake.keyOf(kind, appeal)))
                .or(() -> Optional.ofNullable(on.get(Brake.keyOf(kind, null))));
    }

    @EventListener
    void on(TopicsReady ready) {
        follower = new TopicFollower(Topics.CONTROL, consumerConfig, this::apply);
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
            on.remove(key);
        } else {
            on.put(key, EventJson.read(value, Brake.class));
        }
    }
}
