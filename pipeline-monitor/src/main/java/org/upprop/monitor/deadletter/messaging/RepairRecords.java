package org.upprop.monitor.deadletter.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.upprop.appeal.AppealSlug;
import org.upprop.delivery.ReasonCode;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.event.EventType;
import org.upprop.event.Topics;
import org.upprop.monitor.deadletter.DeadLetter;
import org.upprop.monitor.deadletter.DeadLetter.Envelope;
import org.upprop.monitor.deadletter.Place;

/** Reads dead letters, and writes them as the records that come back. */
final class RepairRecords {

    /** With this begins what was added when the record was set aside. */
    private static final String ASIDE = "kafka_dlt-";

    private static final Set<String> REPAIR =
            Set.of(EventHeaders.REASON, EventHeaders.REDRIVEN_FROM, EventHeaders.REDRIVES);

    private static final Pattern FEW = Pattern.compile("[0-9]{1,6}");

    private RepairRecords() {}

    /** A dead letter without what it holds; nothing if the record lies elsewhere. */
    static Optional<DeadLetter> read(ConsumerRecord<byte[], byte[]> record) {
        return RepairTopics.originalOf(record.topic())
                .map(topic -> new DeadLetter(
                        placeOf(record),
                        topic,
                        original(record.headers()),
                        value(record.headers(), EventHeaders.REASON, ReasonCode::valueOf),
                        Instant.ofEpochMilli(record.timestamp()),
                        Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize()),
                        envelope(record.headers()),
                        redrives(record.headers())));
    }

    /** Which dead letter a record was that came back. */
    static Optional<Place> redrivenFrom(ConsumerRecord<byte[], byte[]> record) {
        return RecordHeaderTexts.find(record.headers(), EventHeaders.REDRIVEN_FROM)
                .flatMap(Place::read);
    }

    /** The record that comes back: as it once was, and where it comes from. */
    static ProducerRecord<byte[], byte[]> back(ConsumerRecord<byte[], byte[]> dead) {
        String topic = RepairTopics.originalOf(dead.topic()).orElseThrow();
        Headers headers = new RecordHeaders();
        for (Header header : dead.headers()) {
            if (!header.key().startsWith(ASIDE) && !REPAIR.contains(header.key())) {
                headers.add(header);
            }
        }
        RecordHeaderTexts.add(headers, EventHeaders.REDRIVEN_FROM, placeOf(dead).toString());
        RecordHeaderTexts.add(headers, EventHeaders.REDRIVES, Integer.toString(redrives(dead.headers()) + 1));
        return new ProducerRecord<>(Topics.redriveOf(topic), dead.partition(), dead.key(), dead.value(), headers);
    }

    private static Place placeOf(ConsumerRecord<byte[], byte[]> record) {
        return Place.of(record.topic(), record.partition(), record.offset());
    }

    private static Envelope envelope(Headers headers) {
        return new Envelope(
                value(
                        headers,
                        EventHeaders.TYPE,
                        type -> EventType.of(type).orElseThrow(IllegalArgumentException::new)),
                value(headers, EventHeaders.TIME, Instant::parse),
                value(headers, EventHeaders.APPEAL, AppealSlug::new),
                value(headers, EventHeaders.ID, UUID::fromString));
    }

    private static int redrives(Headers headers) {
        return RecordHeaderTexts.find(headers, EventHeaders.REDRIVES)
                .filter(text -> FEW.matcher(text).matches())
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** @return nothing where there is no such header, or not in its form */
    private static <V> @Nullable V value(Headers headers, String name, Function<String, V> form) {
        try {
            return RecordHeaderTexts.find(headers, name).map(form).orElse(null);
        } catch (IllegalArgumentException | DateTimeException other) {
            return null;
        }
    }

    private static @Nullable Place original(Headers headers) {
        Optional<String> topic = bytes(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(RepairTopics::isRead);
        Optional<Integer> partition = bytes(headers, KafkaHeaders.DLT_ORIGINAL_PARTITION)
                .filter(bytes -> bytes.length == Integer.BYTES)
                .map(bytes -> ByteBuffer.wrap(bytes).getInt());
        Optional<Long> offset = bytes(headers, KafkaHeaders.DLT_ORIGINAL_OFFSET)
                .filter(bytes -> bytes.length == Long.BYTES)
                .map(bytes -> ByteBuffer.wrap(bytes).getLong());
        return topic.isPresent() && partition.isPresent() && offset.isPresent()
                ? Place.of(topic.get(), partition.get(), offset.get())
                : null;
    }

    private static Optional<byte[]> bytes(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value);
    }
}
