package org.upprop.verification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.springframework.kafka.core.ConsumerFactory;
import org.upprop.event.Topics;
import org.upprop.signature.Watermark;
import org.upprop.signature.messaging.SignatureRecords;

/** All that the list was told. */
record VerifiedTopic(List<ConsumerRecord<byte[], byte[]>> records) {

    static VerifiedTopic read(ConsumerFactory<byte[], byte[]> consumers) {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer("whole-topic", "")) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.VERIFIED).stream()
                    .map(info -> new TopicPartition(Topics.VERIFIED, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return new VerifiedTopic(records);
        }
    }

    static int partitionOf(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % Topics.SIGNATURE_PARTITIONS;
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    /** In the order in which they stand. */
    List<ConsumerRecord<byte[], byte[]>> under(String key) {
        return records.stream().filter(record -> key(record).equals(key)).toList();
    }

    List<Watermark> watermarks(int partition) {
        return records.stream()
                .filter(record -> record.partition() == partition)
                .map(SignatureRecords::readVerified)
                .flatMap(Optional::stream)
                .filter(Watermark.class::isInstance)
                .map(Watermark.class::cast)
                .toList();
    }
}
