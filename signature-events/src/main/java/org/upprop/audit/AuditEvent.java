package org.upprop.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What somebody did to the pipeline: a value of {@code audit.v1}. Nothing in it is personal but the name of who did it.
 *
 * @param actor who holds the token with which it was done
 * @param details what else there is to tell, by names that depend on the action
 */
public record AuditEvent(UUID id, Instant at, String actor, AuditAction action, SortedMap<String, String> details) {

    public AuditEvent {
        Stream.of(id, at, actor, action).forEach(Objects::requireNonNull);
        details = new TreeMap<>(details);
    }

    /** Something new. */
    public static AuditEvent now(Instant now, String actor, AuditAction action, Map<String, String> details) {
        return new AuditEvent(UUID.randomUUID(), now, actor, action, new TreeMap<>(details));
    }
}
