package org.upprop.signature;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.upprop.event.Topics;
import org.upprop.text.InvalidValue;

/**
 * How far a partition of {@code signatures.verified.v1} goes: a record of it under {@code watermark/<partition>}, between
 * those of the entries. It holds for good, so one that comes again or late is harmless: readers keep the latest time.
 *
 * @param at whatever was due before that stands ahead of it on its partition
 * @param due how many entries the whole list of each appeal has, on all partitions, once it was told everything that was
 *     due when this was written; an appeal that is not there has none. What is held because signatories are at risk is
 *     not due. Readers take those of the latest time on any partition, and never add them up
 */
public record Watermark(int partition, Instant at, Map<String, Long> due) implements VerifiedEvent {

    public Watermark {
        Objects.requireNonNull(at);
        due = Map.copyOf(due);
        if (partition < 0 || partition >= Topics.SIGNATURE_PARTITIONS) {
            throw new InvalidValue("partition.invalid", "Must be a partition of the topic.");
        }
    }
}
