package org.upprop.monitor.flow.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.utils.Utils;

/** What some groups committed, and who is in them; of either group protocol. */
final class Groups {

    private final Map<String, Map<TopicPartition, Long>> committed;
    private final Map<String, Collection<MemberDescription>> members;

    private Groups(
            Map<String, Map<TopicPartition, Long>> committed, Map<String, Collection<MemberDescription>> members) {
        this.committed = committed;
        this.members = members;
    }

    static Groups read(Admin broker, List<String> groups) throws InterruptedException, ExecutionException {
        var offsets = broker.listConsumerGroupOffsets(groups.stream()
                .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec())));
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        for (String group : groups) {
            committed.put(
                    group, next(offsets.partitionsToOffsetAndMetadata(group).get()));
        }
        return new Groups(committed, members(broker, groups));
    }

    /**
     * The ends of the partitions in which the brokers write down what these groups commit and who joins and leaves them. A
     * group's is found by the hash of its name, as the brokers find it.
     */
    static Map<TopicPartition, Long> written(Admin broker, List<String> groups)
            throws InterruptedException, ExecutionException {
        String topic = Topic.GROUP_METADATA_TOPIC_NAME;
        int partitions = broker.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .mapToInt(described -> described.partitions().size())
                .sum();
        Map<TopicPartition, Long> ends = new HashMap<>();
        broker.listOffsets(groups.stream()
                        .map(group -> new TopicPartition(topic, Utils.abs(group.hashCode()) % partitions))
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static Map<String, Collection<MemberDescription>> members(Admin broker, Collection<String> groups)
            throws InterruptedException, ExecutionException {
        Map<String, Collection<MemberDescription>> members = new HashMap<>();
        var described = broker.describeConsumerGroups(groups).describedGroups();
        for (Map.Entry<String, KafkaFuture<ConsumerGroupDescription>> group : described.entrySet()) {
            members.put(group.getKey(), members(group.getValue()));
        }
        return members;
    }

    private static Map<TopicPartition, Long> next(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, Long> next = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                next.put(partition, offset.offset());
            }
        });
        return next;
    }

    /** A group that nobody ever joined has no members. */
    private static Collection<MemberDescription> members(KafkaFuture<ConsumerGroupDescription> described)
            throws InterruptedException, ExecutionException {
        try {
            return described.get().members();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw failed;
        }
    }

    /** The offsets that a group reads next. */
    Map<TopicPartition, Long> committed(String group) {
        return committed.getOrDefault(group, Map.of());
    }

    int members(String group) {
        return members.getOrDefault(group, List.of()).size();
    }

    /** The members that partitions are assigned to. */
    Map<TopicPartition, String> readers(String group) {
        Map<TopicPartition, String> readers = new HashMap<>();
        for (MemberDescription member : members.getOrDefault(group, List.of())) {
            for (TopicPartition partition : member.assignment().topicPartitions()) {
                readers.put(partition, member.clientId() + member.host());
            }
        }
        return readers;
    }
}
