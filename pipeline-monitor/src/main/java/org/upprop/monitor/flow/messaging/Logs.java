package org.upprop.monitor.flow.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.upprop.monitor.flow.Sighting.Log;

/**
 * Where the logs of some topics begin and end. The ends are asked for at each look; all else moves slowly, and is asked for
 * once a minute, or while a topic is missing or a leader. Of a partition that no broker leads, it tells what was known last.
 */
final class Logs {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Set<String> topics;
    private Map<TopicPartition, Log> known = new HashMap<>();
    private long describedAt;

    Logs(Collection<String> topics) {
        this.topics = Set.copyOf(topics);
    }

    Map<TopicPartition, Log> read(Admin broker) throws InterruptedException, ExecutionException {
        if (isUnsettled() || System.nanoTime() - describedAt >= PAUSE.toNanos()) {
            known = described(broker);
            describedAt = System.nanoTime();
        }
        Map<TopicPartition, Long> ends = offsets(broker, those(known, Log::led), OffsetSpec.latest());
        known.replaceAll((partition, log) ->
                new Log(log.first(), ends.getOrDefault(partition, log.end()), log.kept(), ends.containsKey(partition)));
        return Map.copyOf(known);
    }

    private boolean isUnsettled() {
        return known.values().stream().anyMatch(log -> !log.led())
                || !topics.equals(
                        known.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()));
    }

    private Map<TopicPartition, Log> described(Admin broker) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Boolean> partitions = partitions(broker);
        Map<String, Duration> kept = Retentions.of(
                partitions.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()), broker);
        Map<TopicPartition, Long> firsts = offsets(broker, those(partitions, led -> led), OffsetSpec.earliest());
        Map<TopicPartition, Log> logs = new HashMap<>();
        for (TopicPartition partition : partitions.keySet()) {
            Log last = known.getOrDefault(partition, new Log(0, 0, null, false));
            logs.put(
                    partition,
                    new Log(
                            firsts.getOrDefault(partition, last.first()),
                            last.end(),
                            kept.get(partition.topic()),
                            firsts.containsKey(partition)));
        }
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

    private static <T> Set<TopicPartition> those(Map<TopicPartition, T> partitions, Predicate<T> are) {
        return partitions.entrySet().stream()
                .filter(partition -> are.test(partition.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Those that are told; a partition may have lost its leader just now. */
    private static Map<TopicPartition, Long> offsets(Admin broker, Set<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException {
        var asked = broker.listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            try {
                offsets.put(partition, asked.partitionResult(partition).get().offset());
            } catch (ExecutionException lost) {
                offsets.remove(partition);
            }
        }
        return offsets;
    }
}
