package org.upprop.monitor.flow;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a stage does with all that it reads. */
public record StageFlow(Stage stage, int members, List<PartitionFlow> partitions) {

    /** Fewer records above its share come to a partition by chance. */
    private static final int CHANCE = 10;

    public StageFlow {
        partitions = List.copyOf(partitions);
    }

    public Rates rates() {
        return Rates.of(partitions.stream().map(PartitionFlow::rates).toList());
    }

    /** The least of its partitions; nothing if none has one. */
    public @Nullable Duration headroom() {
        return partitions.stream()
                .map(PartitionFlow::headroom)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether a partition gets more than twice its even share of its topic, as where one key comes again and again. */
    public boolean isHot(PartitionFlow partition) {
        double share = partitions.stream()
                .filter(other -> other.id().topic().equals(partition.id().topic()))
                .mapToLong(PartitionFlow::written)
                .average()
                .orElse(0);
        return partition.written() > 2 * share && partition.written() - share >= CHANCE;
    }

    /** The worst of its partitions. */
    public Verdict verdict() {
        return partitions.stream().map(PartitionFlow::verdict).reduce(Verdict.OK, Verdict::orWorse);
    }

    /** How many of its partitions are so. */
    long with(Verdict verdict) {
        return partitions.stream()
                .filter(partition -> partition.verdict() == verdict)
                .count();
    }
}
