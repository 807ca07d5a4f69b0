package org.upprop.control.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.control.Brakes;
import org.upprop.delivery.messaging.TopicBook;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;

/** The brakes that are on, in memory, as {@code control.v1} tells it; it keeps following the topic. */
public final class BrakeBook extends TopicBook implements Brakes {

    private final Map<String, Brake> on = new ConcurrentHashMap<>();

    /** @param consumerConfig how to reach the broker */
    public BrakeBook(Map<String, Object> consumerConfig) {
        super(Topics.CONTROL, consumerConfig);
    }

    @Override
    public boolean areRead() {
        return isComplete();
    }

    @Override
    public Optional<Brake> on(BrakeKind kind, AppealSlug appeal) {
        return Optional.ofNullable(on.get(Brake.keyOf(kind, appeal))).or(() -> onAll(kind));
    }

    @Override
    public Optional<Brake> onAll(BrakeKind kind) {
        return Optional.ofNullable(on.get(Brake.keyOf(kind, null)));
    }

    /** All of them, by their keys. */
    public List<Brake> all() {
        return on.values().stream().sorted(Comparator.comparing(Brake::key)).toList();
    }

    @Override
    protected void apply(String key, byte @Nullable [] value) {
        if (value == null) {
            on.remove(key);
        } else {
            on.put(key, EventJson.read(value, Brake.class));
        }
    }
}
