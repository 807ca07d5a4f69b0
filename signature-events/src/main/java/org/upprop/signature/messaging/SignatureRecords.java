package org.upprop.signature.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.delivery.BadRecord;
import org.upprop.delivery.ReasonCode;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.event.EventJson;
import org.upprop.event.EventType;
import org.upprop.event.Topics;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryId;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.SignatureVerified;
import org.upprop.signature.VerifiedEvent;
import org.upprop.signature.Watermark;
import tools.jackson.core.JacksonException;

/** Writes signature events into records of their topics, and reads them back. */
public final class SignatureRecords {

    private static final String INTAKE = "/intake-service";
    private static final String VERIFICATION = "/verification-service";
    private static final String WATERMARK_KEY = "watermark/";

    private SignatureRecords() {}

    /** A record of {@code signatures.submitted.v1}. */
    public static ProducerRecord<byte[], byte[]> submitted(SignatureSubmitted event) {
        Headers headers = RecordHeaderTexts.of(
                EventType.SIGNATURE_SUBMITTED, INTAKE, event.signatureId().toString(), event.submittedAt());
        RecordHeaderTexts.add(headers, EventHeaders.APPEAL, event.appeal().value());
        return record(Topics.SUBMITTED, event.fingerprint().value(), EventJson.write(event), headers);
    }

    /** A record of {@code signatures.verified.v1}; an entry that was removed is a null. */
    public static ProducerRecord<byte[], byte[]> entry(EntryEvent event, Instant time) {
        String key = event.entryId().toString();
        EventType type = switch (event) {
            case SignatureVerified verified -> EventType.SIGNATURE_VERIFIED;
            case EntryRemoved removed -> EventType.ENTRY_REMOVED;
        };
        Headers headers = RecordHeaderTexts.of(type, VERIFICATION, key + "/" + event.version(), time);
        RecordHeaderTexts.add(headers, EventHeaders.APPEAL, event.appeal().value());
        RecordHeaderTexts.add(headers, EventHeaders.ENTRY_VERSION, Long.toString(event.version()));
        return switch (event) {
            case SignatureVerified verified -> record(Topics.VERIFIED, key, EventJson.write(verified), headers);
            case EntryRemoved removed -> record(Topics.VERIFIED, key, null, headers);
        };
    }

    /** A watermark, on the partition that it speaks of. */
    public static ProducerRecord<byte[], byte[]> watermark(Watermark watermark) {
        String key = WATERMARK_KEY + watermark.partition();
        Headers headers =
                RecordHeaderTexts.of(EventType.WATERMARK, VERIFICATION, key + "/" + watermark.at(), watermark.at());
        return new ProducerRecord<>(
                Topics.VERIFIED,
                watermark.partition(),
                key.getBytes(StandardCharsets.UTF_8),
                EventJson.write(watermark),
                headers);
    }

    /** The submission in a record, or nothing where it is of a type that came after this reader. */
    public static Optional<SignatureSubmitted> readSubmitted(ConsumerRecord<byte[], byte[]> record) {
        String onlyType = EventType.SIGNATURE_SUBMITTED.id();
        String type =
                RecordHeaderTexts.find(record.headers(), EventHeaders.TYPE).orElse(onlyType);
        return EventType.of(type).map(known -> switch (known) {
            case SIGNATURE_SUBMITTED -> submission(record);
            case SIGNATURE_VERIFIED, ENTRY_REMOVED, WATERMARK, APPEAL, APPEAL_TEXT, AUDIT, BRAKE, TOKEN, COUNT ->
                throw new BadRecord(ReasonCode.INVALID);
        });
    }

    /** What a record of {@code signatures.verified.v1} says, or nothing where its type came after this reader. */
    public static Optional<VerifiedEvent> readVerified(ConsumerRecord<byte[], byte[]> record) {
        Optional<EventType> type = EventType.of(RecordHeaderTexts.require(record.headers(), EventHeaders.TYPE));
        return type.map(known -> switch (known) {
            case SIGNATURE_VERIFIED -> verified(record);
            case ENTRY_REMOVED -> removed(record);
            case WATERMARK -> watermark(record);
            case SIGNATURE_SUBMITTED, APPEAL, APPEAL_TEXT, AUDIT, BRAKE, TOKEN, COUNT ->
                throw new BadRecord(ReasonCode.INVALID);
        });
    }

    private static SignatureSubmitted submission(ConsumerRecord<byte[], byte[]> record) {
        SignatureSubmitted event = json(record, SignatureSubmitted.class);
        if (record.key() == null || !event.fingerprint().value().equals(text(record.key()))) {
            throw new BadRecord(ReasonCode.INVALID);
        }
        return event;
    }

    private static SignatureVerified verified(ConsumerRecord<byte[], byte[]> record) {
        SignatureVerified event = json(record, SignatureVerified.class);
        if (!event.entryId().equals(entryIdOf(record))) {
            throw new BadRecord(ReasonCode.INVALID);
        }
        return event;
    }

    private static EntryRemoved removed(ConsumerRecord<byte[], byte[]> record) {
        String appeal = RecordHeaderTexts.require(record.headers(), EventHeaders.APPEAL);
        String version = RecordHeaderTexts.require(record.headers(), EventHeaders.ENTRY_VERSION);
        try {
            return new EntryRemoved(entryIdOf(record), new AppealSlug(appeal), Long.parseLong(version));
        } catch (IllegalArgumentException invalid) {
            throw new BadRecord(ReasonCode.INVALID, invalid);
        }
    }

    private static Watermark watermark(ConsumerRecord<byte[], byte[]> record) {
        Watermark watermark = json(record, Watermark.class);
        if (watermark.partition() != record.partition()) {
            throw new BadRecord(ReasonCode.INVALID);
        }
        return watermark;
    }

    private static EntryId entryIdOf(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new BadRecord(ReasonCode.INVALID);
        }
        try {
            return new EntryId(UUID.fromString(text(record.key())));
        } catch (IllegalArgumentException invalid) {
            throw new BadRecord(ReasonCode.INVALID, invalid);
        }
    }

    private static <E> E json(ConsumerRecord<byte[], byte[]> record, Class<E> type) {
        if (record.value() == null) {
            throw new BadRecord(ReasonCode.UNREADABLE);
        }
        try {
            return EventJson.read(record.value(), type);
        } catch (JacksonException unreadable) {
            throw new BadRecord(ReasonCode.UNREADABLE, unreadable);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, String key, byte @Nullable [] value, Headers headers) {
        return new ProducerRecord<>(topic, null, key.getBytes(StandardCharsets.UTF_8), value, headers);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
