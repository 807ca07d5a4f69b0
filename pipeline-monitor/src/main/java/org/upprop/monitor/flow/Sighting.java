package org.upprop.monitor.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen of the pipeline in one look at the broker. */
public record Sighting(Instant at, Map<PartitionId, Log> logs, Map<Stage, Group> groups) {

    public Sighting {
        logs = Map.copyOf(logs);
        groups = Map.copyOf(groups);
    }

    /** Whether there are partitions, and each of them is led, has a reader, and is read to its end. */
    public boolean isAtRest() {
        return !logs.isEmpty()
                && groups.values().stream()
                        .flatMap(group -> group.readings().entrySet().stream())
                        .allMatch(reading -> isRead(reading.getValue(), logs.get(reading.getKey())));
    }

    private static boolean isRead(Reading reading, @Nullable Log log) {
        return log != null
                && log.led()
                && reading.reader() != null
                && (reading.next() == null ? log.first() : reading.next()) >= log.end();
    }

    /**
     * A partition's records.
     *
     * @param first the offset of the oldest
     * @param end the offset that the next will have
     * @param kept how long a record is kept; nothing if retention deletes none
     * @param led whether a broker leads the partition; while none does, the offsets are those that were known last
     */
    public record Log(long first, long end, @Nullable Duration kept, boolean led) {}

    /** A stage's consumer group, and how far it has come with each partition. */
    public record Group(int members, Map<PartitionId, Reading> readings) {

        public Group {
            readings = Map.copyOf(readings);
        }
    }

    /**
     * How far a group has come with a partition.
     *
     * @param next the offset that it reads next, as it told the broker; nothing if it never did
     * @param reader the member that the partition is assigned to, if it is
     * @param unreadSince when the record that it reads next was written; nothing if there is none, or if it did not come in time
     */
    public record Reading(
            @Nullable Long next,
            @Nullable String reader,
            @Nullable Instant unreadSince) {

        static final Reading NONE = new Reading(null, null, null);
    }
}
