package org.upprop.publication.list.messaging;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.upprop.delivery.Away;
import org.upprop.event.Topics;

/**
 * Tells whether nulls may have left the verified topic before this list read them. It would then go on showing names
 * that were taken back, whatever else it reads, so it has to be built anew.
 *
 * @see <a href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-534">KIP-534, how long tombstones are kept</a>
 */
@Component
class UnreadTombstones {

    /** A transaction ends with a mark that takes an offset of its own and that nobody reads. */
    private static final int END_OF_TRANSACTION = 1;

    private static final int PATIENCE_SECONDS = 10;
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final KafkaAdmin broker;
    private final InstantSource clock;

    UnreadTombstones(KafkaAdmin broker, InstantSource clock) {
        this.broker = broker;
        this.clock = clock;
    }

    /**
     * Whether anything that is not read yet was written longer ago than nulls are kept.
     *
     * @param positions where reading goes on; whoever begins at the beginning has missed nothing
     * @throws Away if the broker does not tell
     */
    boolean mayBeGone(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, Long> begun = new HashMap<>(positions);
        begun.values().removeIf(position -> position == 0);
        if (begun.isEmpty()) {
            return false;
        }
        long since = clock.instant().minus(Topics.TOMBSTONES_KEPT).toEpochMilli();
        try (Admin admin = Admin.create(broker.getConfigurationProperties())) {
            Map<TopicPartition, Long> kept = offsets(admin, begun, OffsetSpec::latest);
            offsets(admin, begun, () -> OffsetSpec.forTimestamp(since)).forEach((partition, first) -> {
                if (first >= 0) {
                    kept.put(partition, first);
                }
            });
            return kept.entrySet().stream()
                    .anyMatch(first -> first.getValue() > begun.getOrDefault(first.getKey(), 0L) + END_OF_TRANSACTION);
        }
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Map<TopicPartition, Long> partitions, Supplier<OffsetSpec> which) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.keySet().forEach(partition -> asked.put(partition, which.get()));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try {
            admin.listOffsets(asked, COMMITTED)
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, found) -> offsets.put(partition, found.offset()));
        } catch (ExecutionException | TimeoutException away) {
            throw new Away("broker");
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
        return offsets;
    }
}
