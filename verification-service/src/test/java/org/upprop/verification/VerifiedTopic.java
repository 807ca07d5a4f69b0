package org.upprop.verification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.springframework.kafka.core.ConsumerFactory;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.WholeTopic;
import org.upprop.signature.Watermark;
import org.upprop.signature.messaging.SignatureRecords;

/** All that the list was told. */
record VerifiedTopic(List<ConsumerRecord<byte[], byte[]>> records) {

    static VerifiedTopic read(ConsumerFactory<byte[], byte[]> consumers) {
        return new VerifiedTopic(WholeTopic.read(consumers.createConsumer("whole-topic", ""), Topics.VERIFIED));
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
