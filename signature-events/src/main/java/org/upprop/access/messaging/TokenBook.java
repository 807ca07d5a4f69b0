package org.upprop.access.messaging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.upprop.access.Grant;
import org.upprop.access.Grants;
import org.upprop.delivery.messaging.TopicBook;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;

/**
 * The tokens that people were given, in memory, as {@code tokens.v1} tells it; it keeps following the topic. What was
 * revoked stays revoked, also while the topic is read once more from its beginning.
 */
public final class TokenBook extends TopicBook implements Grants {

    private final Map<String, Grant> given = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    /** @param consumerConfig how to reach the broker */
    public TokenBook(Map<String, Object> consumerConfig) {
        super(Topics.TOKENS, consumerConfig);
    }

    @Override
    public boolean areRead() {
        return isComplete();
    }

    @Override
    public List<Grant> all() {
        return List.copyOf(given.values());
    }

    @Override
    protected void apply(String key, byte @Nullable [] value) {
        if (value == null) {
            revoked.add(key);
            given.remove(key);
        } else if (!revoked.contains(key)) {
            given.put(key, EventJson.read(value, Grant.class));
        }
    }
}
