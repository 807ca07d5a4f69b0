package org.upprop.monitor.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import org.upprop.event.Topics;
import org.upprop.monitor.flow.PartitionFlow;

/**
 * The ledger beside the topics.
 *
 * @param asOf when it was asked for
 * @param inFlight records that are on the topics and not in the ledger yet
 */
public record Balance(Instant asOf, Sheet sheet, long inFlight) {

    static Balance of(Instant asOf, Sheet sheet, Collection<PartitionFlow> partitions) {
        long inFlight = partitions.stream()
                .mapToLong(partition -> Math.max(0, partition.end() - next(sheet, partition)))
                .sum();
        return new Balance(asOf, sheet, inFlight);
    }

    /** Records and submissions of which nobody knows what became. It must be 0. */
    public long lost() {
        return Math.abs(sheet.lostRecords()) + Math.abs(sheet.lostSubmissions());
    }

    /**
     * Where nothing was counted yet, everything is to come. What comes back is written in transactions, whose ends only the
     * reader comes past.
     */
    private static long next(Sheet sheet, PartitionFlow partition) {
        if (Topics.isRedrive(partition.id().topic())) {
            return partition.next();
        }
        SortedMap<Integer, Long> next = sheet.next().getOrDefault(partition.id().topic(), Collections.emptySortedMap());
        return next.getOrDefault(partition.id().partition(), partition.first());
    }
}
