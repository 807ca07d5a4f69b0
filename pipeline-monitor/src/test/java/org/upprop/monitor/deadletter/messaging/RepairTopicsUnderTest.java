package org.upprop.monitor.deadletter.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.SendResult;
import org.upprop.delivery.ReasonCode;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.event.EventType;
import org.upprop.event.Topics;
import org.upprop.monitor.deadletter.Place;

/** Sets records aside as the stages do, and reads what came back. */
public final class RepairTopicsUnderTest {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final ConsumerFactory<byte[], byte[]> consumers;

    public RepairTopicsUnderTest(KafkaTemplate<byte[], byte[]> kafka, ConsumerFactory<byte[], byte[]> consumers) {
        this.kafka = kafka;
        this.consumers = consumers;
    }

    /** Spreads them over both topics and all partitions. */
    public List<Place> setAside(int letters, String key, ReasonCode... reasons) throws Exception {
        List<Future<SendResult<byte[], byte[]>>> sent = new ArrayList<>();
        for (int number = 0; number < letters; number++) {
            String topic = number % 2 == 0 ? Topics.SUBMITTED : Topics.VERIFIED;
            int partition = number / 2 % Topics.SIGNATURE_PARTITIONS;
            sent.add(kafka.send(letter(topic, partition, key + number, reasons[number % reasons.length], 0)));
        }
        List<Place> places = new ArrayList<>();
        for (var one : sent) {
            places.add(place(one.get().getRecordMetadata()));
        }
        return places;
    }

    /** One that came back so often before. */
    Place setAsideAgain(String key, int redrives) {
        return place(kafka.send(letter(Topics.SUBMITTED, 0, key, ReasonCode.INVALID, redrives))
                .join()
                .getRecordMetadata());
    }

    /** All that came back whose key begins so. */
    public List<ConsumerRecord<byte[], byte[]>> back(String key) {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer("back", "")) {
            List<TopicPartition> partitions = RepairTopics.redrives();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key(record).startsWith(key)) {
                        records.add(record);
                    }
                });
            }
            return records;
        }
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return RecordHeaderTexts.require(record.headers(), name);
    }

    private static ProducerRecord<byte[], byte[]> letter(
            String topic, int partition, String key, ReasonCode reason, int redrives) {
        Headers headers = RecordHeaderTexts.of(
                EventType.SIGNATURE_SUBMITTED,
                "/intake-service",
                UUID.randomUUID().toString(),
                Instant.parse("2022-01-12T10:00:00Z"));
        RecordHeaderTexts.add(headers, EventHeaders.APPEAL, "kazakhstan-2022");
        RecordHeaderTexts.add(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, topic);
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(Integer.BYTES).putInt(partition).array());
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(Long.BYTES).putLong(7).array());
        RecordHeaderTexts.add(headers, EventHeaders.REASON, reason.name());
        if (redrives > 0) {
            RecordHeaderTexts.add(headers, EventHeaders.REDRIVES, Integer.toString(redrives));
        }
        return new ProducerRecord<>(
                Topics.deadLettersOf(topic),
                partition,
                key.getBytes(StandardCharsets.UTF_8),
                ("value of " + key).getBytes(StandardCharsets.UTF_8),
                headers);
    }

    private static Place place(RecordMetadata sent) {
        return Place.of(sent.topic(), sent.partition(), sent.offset());
    }
}
