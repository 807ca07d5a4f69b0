package org.upprop.publication.rebuild.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.delivery.Failure;
import org.upprop.event.Topics;
import org.upprop.publication.list.messaging.ReadPositions;
import org.upprop.publication.rebuild.VerifiedLog;
import org.upprop.signature.VerifiedEvent;
import org.upprop.signature.messaging.SignatureRecords;

/** The verified topic and what came back to it from the dead letters. It joins no group and commits nothing. */
final class VerifiedLogReader implements VerifiedLog {

    /** So long nobody may write to the list. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> beginnings;
    private Map<TopicPartition, Long> ends = Map.of();

    VerifiedLogReader(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        List<TopicPartition> partitions = Stream.of(Topics.VERIFIED, Topics.redriveOf(Topics.VERIFIED))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        beginnings = consumer.beginningOffsets(partitions);
        lookForTheEnd();
    }

    @Override
    public Part read() {
        List<VerifiedEvent> events = new ArrayList<>();
        int unreadable = 0;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            try {
                SignatureRecords.readVerified(record).ifPresent(events::add);
            } catch (RuntimeException failed) {
                if (!(Failure.of(failed) instanceof Failure.BadData)) {
                    throw failed;
                }
                unreadable++;
            }
        }
        return new Part(events, unreadable);
    }

    @Override
    public void lookForTheEnd() {
        ends = consumer.endOffsets(beginnings.keySet(), PATIENCE);
    }

    @Override
    public boolean isAtEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public long passed() {
        return sum(positions()) - sum(beginnings);
    }

    @Override
    public long length() {
        return sum(ends) - sum(beginnings);
    }

    @Override
    public boolean isShorterThanReadFor(JdbcClient list) {
        // In this order, since the list is told more while the end is looked for.
        Map<TopicPartition, Long> told = new ReadPositions(list).find(beginnings.keySet());
        lookForTheEnd();
        return told.entrySet().stream()
                .anyMatch(partition -> partition.getValue() > ends.getOrDefault(partition.getKey(), 0L));
    }

    @Override
    public void rememberIn(JdbcClient list) {
        new ReadPositions(list).remember(positions());
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        beginnings.keySet().forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(offset -> offset).sum();
    }
}
