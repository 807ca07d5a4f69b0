package org.upprop.monitor.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.audit.AuditAction;
import org.upprop.audit.AuditEvent;

/**
 * Dead letters that somebody sends on their way again. All there is to know of it stands in the record of actions, so that
 * whichever monitor is there can go on with it.
 *
 * @param actor who began it
 * @param perSecond so many come back a second at most
 * @param count how many were selected when it began
 */
public record Redrive(UUID id, Instant startedAt, String actor, Scope scope, int perSecond, int count) {

    private static final String RUN = "redrive";
    private static final String PER_SECOND = "per-second";
    private static final String COUNT = "count";
    private static final String OUTCOME = "outcome";

    /** How it is told that it begins; the event's id is its own. */
    public AuditEvent start() {
        Map<String, String> details = new TreeMap<>(scope.details());
        details.put(PER_SECOND, Integer.toString(perSecond));
        details.put(COUNT, Integer.toString(count));
        return new AuditEvent(id, startedAt, actor, AuditAction.REDRIVE_START, new TreeMap<>(details));
    }

    /** How it is told that it ends. */
    public AuditEvent end(Instant now, String by, Outcome outcome) {
        return AuditEvent.now(now, by, AuditAction.REDRIVE_END, Map.of(RUN, id.toString(), OUTCOME, outcome.id()));
    }

    /** What an event tells that it begins. */
    static Optional<Redrive> startedBy(AuditEvent event) {
        try {
            return Optional.of(new Redrive(
                    event.id(),
                    event.at(),
                    event.actor(),
                    Scope.of(event.details()),
                    number(event, PER_SECOND),
                    number(event, COUNT)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** How it ended, if an event tells that. */
    Optional<Ended> endedBy(AuditEvent event) {
        return id.toString().equals(event.details().get(RUN))
                ? Optional.of(new Ended(
                        this,
                        event.at(),
                        Outcome.CANCELLED.id().equals(event.details().get(OUTCOME)) ? Outcome.CANCELLED : Outcome.DONE))
                : Optional.empty();
    }

    private static int number(AuditEvent event, String name) {
        return Integer.parseInt(event.details().getOrDefault(name, ""));
    }

    /** How it came to its end. */
    public enum Outcome {
        DONE("done"),
        CANCELLED("cancelled");

        private final String id;

        Outcome(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** One that has come to its end. */
    public record Ended(Redrive redrive, Instant at, Outcome outcome) {}

    /**
     * How far one is.
     *
     * @param left how many it has not sent yet; what was discarded or has gone meanwhile is not among them
     * @param ended nothing as long as it goes on
     */
    public record Progress(
            Redrive redrive, int left, @Nullable Ended ended) {

        public int done() {
            return Math.max(0, redrive.count() - left);
        }
    }
}
