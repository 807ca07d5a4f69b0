package org.upprop.monitor.deadletter.messaging;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.upprop.event.Topics;

/** Where records are set aside, and where they come back. */
final class RepairTopics {

    /** The topics that have both. */
    static final List<String> ORIGINALS = List.of(Topics.SUBMITTED, Topics.VERIFIED);

    private RepairTopics() {}

    static List<TopicPartition> deadLetters() {
        return partitions(Topics::deadLettersOf);
    }

    static List<TopicPartition> redrives() {
        return partitions(Topics::redriveOf);
    }

    /** The topic whose dead letters lie there, if any do. */
    static Optional<String> originalOf(String deadLetters) {
        return ORIGINALS.stream()
                .filter(original -> Topics.deadLettersOf(original).equals(deadLetters))
                .findFirst();
    }

    /** Whether a record can have been set aside there. */
    static boolean isRead(String topic) {
        return ORIGINALS.contains(topic)
                || ORIGINALS.stream().map(Topics::redriveOf).anyMatch(topic::equals);
    }

    private static List<TopicPartition> partitions(UnaryOperator<String> which) {
        return ORIGINALS.stream()
                .map(which)
                .flatMap(topic -> IntStream.range(0, Topics.SIGNATURE_PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
    }
}
