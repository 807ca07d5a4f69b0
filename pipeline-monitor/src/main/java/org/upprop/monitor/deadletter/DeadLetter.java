package org.upprop.monitor.deadletter;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.delivery.ReasonCode;
import org.upprop.event.EventType;

/**
 * A record that was set aside, without what it holds. Its headers may be anybody's, so of them there is only what has the
 * form that it must have.
 *
 * @param topic the signature topic that it belongs to, also where it came back before it was set aside again
 * @param original where it lay when it was set aside
 * @param at when it was set aside
 * @param size of key and value, in bytes
 * @param redrives how often it came back before
 */
public record DeadLetter(
        Place id,
        String topic,
        @Nullable Place original,
        @Nullable ReasonCode reason,
        Instant at,
        int size,
        Envelope envelope,
        int redrives) {

    /** So often a record comes back; what fails after that fails for good. */
    public static final int MOST_REDRIVES = 3;

    /** What stands for the reason of a record that tells none. */
    public static final String NO_REASON = "UNKNOWN";

    /** All that there are, as they are called. */
    public static final List<String> REASONS = Stream.concat(
                    Arrays.stream(ReasonCode.values()).map(ReasonCode::name), Stream.of(NO_REASON))
            .toList();

    /** What filters, pages and metrics call the reason. */
    public String reasonId() {
        return reason == null ? NO_REASON : reason.name();
    }

    public Position position() {
        return new Position(at, id);
    }

    /** What it is if nobody did anything. */
    Fate fate() {
        return redrives < MOST_REDRIVES ? Fate.WAITING : Fate.QUARANTINED;
    }

    /** What the record says of itself, as far as it is a CloudEvent. */
    public record Envelope(
            @Nullable EventType type,
            @Nullable Instant time,
            @Nullable AppealSlug appeal,
            @Nullable UUID id) {}
}
