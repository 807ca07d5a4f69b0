package org.upprop.monitor.flow;

import java.util.List;

/** How a stage does with all that it reads. */
public record StageFlow(Stage stage, int members, List<PartitionFlow> partitions) {

    public StageFlow {
        partitions = List.copyOf(partitions);
    }

    public Rates rates() {
        return Rates.of(partitions.stream().map(PartitionFlow::rates).toList());
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
