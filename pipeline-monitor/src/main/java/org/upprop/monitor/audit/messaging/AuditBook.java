package org.upprop.monitor.audit.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.upprop.audit.AuditEvent;
import org.upprop.delivery.messaging.TopicBook;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;

/** What people did, in memory: the last 100,000 things, of those that {@code audit.v1} still has. */
@Component
public class AuditBook extends TopicBook {

    private static final int MOST = 100_000;

    private final SequencedMap<UUID, AuditEvent> events = new LinkedHashMap<>();

    AuditBook(ConsumerFactory<?, ?> consumers) {
        super(Topics.AUDIT, consumers.getConfigurationProperties());
    }

    /** From the oldest to the newest. */
    public synchronized List<AuditEvent> events() {
        return List.copyOf(events.values());
    }

    /** The newest first, so many at most. */
    public synchronized List<AuditEvent> newest(int most) {
        return events.sequencedValues().reversed().stream().limit(most).toList();
    }

    @Override
    protected synchronized void apply(String actor, byte @Nullable [] value) {
        if (value != null) {
            AuditEvent event = EventJson.read(value, AuditEvent.class);
            events.put(event.id(), event);
            if (events.size() > MOST) {
                events.pollFirstEntry();
            }
        }
    }
}
