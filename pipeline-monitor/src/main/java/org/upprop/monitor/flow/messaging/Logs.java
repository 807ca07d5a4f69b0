package org.upprop.monitor.flow.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.flow.Sighting.Log;

/** Where the logs of some topics begin and end. Of a partition that no broker leads, what was known last. */
final class Logs {

    private final List<String> topics;
    private final Retentions retentions = new Retentions();
    private final Map<TopicPartition, Log> known = new HashMap<>();

    Logs(List<String> topics) {
        this.topics = topics;
    }

    Map<TopicPartition, Log> read(Admin broker) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Boolean> partitions = partitions(broker);
        Map<String, Duration> kept = retentions.of(
                partitions.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()), broker);
        List<TopicPartition> led =
                partitions.keySet().stream().filter(partitions::get).toList();
        ListOffsetsResult firsts = offsets(broker, led, OffsetSpec.earliest());
        ListOffsetsResult ends = offsets(broker, led, OffsetSpec.latest());
        Map<TopicPartition, Log> logs = new HashMap<>();
        for (TopicPartition partition : partitions.keySet()) {
            logs.put(
                    partition,
                    led.contains(partition)
                            ? log(partition, firsts, ends, kept.get(partition.topic()))
                            : lost(partition));
        }
        known.putAll(logs);
        return logs;
    }

    /** All partitions, and whether a broker leads each. A topic that was not created yet has none. */
    private Map<TopicPartition, Boolean> partitions(Admin broker) throws InterruptedException, ExecutionException {
        var described = broker.describeTopics(topics).topicNameValues();
        Map<TopicPartition, Boolean> partitions = new HashMap<>();
        for (KafkaFuture<TopicDescription> topic : described.values()) {
            try {
                TopicDescription description = topic.get();
                for (TopicPartitionInfo partition : description.partitions()) {
                    boolean led =
                            partition.leader() != null && !partition.leader().isEmpty();
                    partitions.put(new TopicPartition(description.name(), partition.partition()), led);
                }
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failed;
                }
            }
        }
        return partitions;
    }

    private static ListOffsetsResult offsets(Admin broker, List<TopicPartition> partitions, OffsetSpec which) {
        return broker.listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which)));
    }

    /** A leader may be lost just now. */
    private Log log(TopicPartition partition, ListOffsetsResult firsts, ListOffsetsResult ends, @Nullable Duration kept)
            throws InterruptedException {
        try {
            return new Log(
                    firsts.partitionResult(partition).get().offset(),
                    ends.partitionResult(partition).get().offset(),
                    kept,
                    true);
        } catch (ExecutionException failed) {
            return lost(partition);
        }
    }

    private Log lost(TopicPartition partition) {
        Log last = known.getOrDefault(partition, new Log(0, 0, null, false));
        return new Log(last.first(), last.end(), last.kept(), false);
    }
}
