package org.upprop.monitor.offset.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.upprop.access.Holder;
import org.upprop.audit.AuditAction;
import org.upprop.audit.AuditEvent;
import org.upprop.delivery.Away;
import org.upprop.monitor.audit.messaging.Actions;
import org.upprop.monitor.flow.PartitionId;
import org.upprop.monitor.flow.Stage;
import org.upprop.monitor.offset.SetBack;
import org.upprop.monitor.offset.SetBack.Partition;
import org.upprop.monitor.offset.StageRuns;

/** Sets stages back, so that they read again what was written since a time. What they read twice has no second effect. */
@Component
public class Offsets {

    /** What the broker tells where nothing was written since. */
    private static final long NONE = -1;

    private final KafkaAdmin admin;
    private final Actions actions;
    private final InstantSource clock;

    Offsets(KafkaAdmin admin, Actions actions, InstantSource clock) {
        this.admin = admin;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * What would be read again.
     *
     * @throws Away if the broker does not answer
     */
    public SetBack preview(Stage stage, Instant since) throws InterruptedException {
        try (Admin broker = Admin.create(admin.getConfigurationProperties())) {
            Map<TopicPartition, Long> committed = committed(broker, stage);
            Map<TopicPartition, Long> then = at(broker, committed, OffsetSpec.forTimestamp(since.toEpochMilli()));
            Map<TopicPartition, Long> first = at(broker, committed, OffsetSpec.earliest());
            List<Partition> partitions = new ArrayList<>();
            committed.forEach((partition, next) -> {
                long from = Math.max(next, first.getOrDefault(partition, 0L));
                long written = then.getOrDefault(partition, NONE);
                long to = written == NONE ? from : Math.min(from, written);
                partitions.add(new Partition(new PartitionId(partition.topic(), partition.partition()), from, to));
            });
            partitions.sort(Comparator.comparing(Partition::id));
            return new SetBack(stage, since, members(broker, stage), partitions);
        } catch (ExecutionException | KafkaException failed) {
            throw new Away("broker: " + failed.getMessage());
        }
    }

    /**
     * Sets a stage back, and returns what it reads again.
     *
     * @throws StageRuns if it has members
     * @throws Away if the broker does not answer; it may be set back all the same
     */
    public SetBack setBack(Holder who, Stage stage, Instant since) throws InterruptedException {
        SetBack wanted = preview(stage, since);
        if (wanted.members() > 0) {
            throw new StageRuns(wanted.members());
        }
        if (wanted.again() > 0) {
            Map<String, String> details =
                    Map.of("stage", stage.id(), "since", since.toString(), "records", Long.toString(wanted.again()));
            // Told before it is done, since these two are in no transaction: nothing is done untold.
            actions.perform(AuditEvent.now(clock.instant(), who.name(), AuditAction.OFFSETS_RESET, details), List.of());
            commit(wanted);
        }
        return wanted;
    }

    /** The broker refuses it where somebody has joined the group meanwhile. */
    private void commit(SetBack wanted) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = wanted.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(
                                partition.id().topic(), partition.id().partition()),
                        partition -> new OffsetAndMetadata(partition.to())));
        try (Admin broker = Admin.create(admin.getConfigurationProperties())) {
            broker.alterConsumerGroupOffsets(wanted.stage().group(), offsets)
                    .all()
                    .get();
        } catch (ExecutionException | KafkaException failed) {
            throw new Away("broker: " + failed.getMessage());
        }
    }

    private static Map<TopicPartition, Long> committed(Admin broker, Stage stage)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        broker.listConsumerGroupOffsets(stage.group())
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null && stage.topics().contains(partition.topic())) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    private static Map<TopicPartition, Long> at(Admin broker, Map<TopicPartition, Long> partitions, OffsetSpec when)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, ListOffsetsResultInfo> offsets = broker.listOffsets(
                        partitions.keySet().stream().collect(Collectors.toMap(Function.identity(), partition -> when)))
                .all()
                .get();
        Map<TopicPartition, Long> at = new HashMap<>();
        offsets.forEach((partition, offset) -> at.put(partition, offset.offset()));
        return at;
    }

    private static int members(Admin broker, Stage stage) throws InterruptedException, ExecutionException {
        try {
            return broker.describeConsumerGroups(List.of(stage.group())).all().get().values().stream()
                    .mapToInt(group -> group.members().size())
                    .sum();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw failed;
        }
    }
}
