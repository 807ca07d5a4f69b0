package org.upprop.monitor.offset;

import java.time.Instant;
import java.util.List;
import org.upprop.monitor.flow.PartitionId;
import org.upprop.monitor.flow.Stage;

/**
 * What a stage reads again if it is set back: nothing is ever skipped, so a partition that is behind already stays where it
 * is.
 *
 * @param since the time of the oldest record that it reads again
 * @param members of its group; while there are any it cannot be set back
 */
public record SetBack(Stage stage, Instant since, int members, List<Partition> partitions) {

    public SetBack {
        partitions = List.copyOf(partitions);
    }

    /** Records that are read again. */
    public long again() {
        return partitions.stream().mapToLong(Partition::again).sum();
    }

    /**
     * @param from the offset that it would read next
     * @param to the one that it reads next instead
     */
    public record Partition(PartitionId id, long from, long to) {

        public long again() {
            return from - to;
        }
    }
}
