package org.upprop.watermark.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.upprop.delivery.BadRecord;
import org.upprop.delivery.ReasonCode;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.event.EventJson;
import org.upprop.event.EventType;
import org.upprop.event.Topics;
import org.upprop.watermark.Watermark;
import tools.jackson.core.JacksonException;

/** Writes watermarks into records of {@code signatures.verified.v1}, and reads them back. */
public final class WatermarkRecords {

    private static final String VERIFICATION = "/verification-service";
    private static final String KEY = "watermark/";

    private WatermarkRecords() {}

    /** A watermark, on the partition that it speaks of. */
    public static ProducerRecord<byte[], byte[]> of(Watermark watermark) {
        String key = KEY + watermark.partition();
        Headers headers =
                RecordHeaderTexts.of(EventType.WATERMARK, VERIFICATION, key + "/" + watermark.at(), watermark.at());
        return new ProducerRecord<>(
                Topics.VERIFIED,
                watermark.partition(),
                key.getBytes(StandardCharsets.UTF_8),
                EventJson.write(watermark),
                headers);
    }

    /**
     * The watermark in a record, or nothing where it is something else.
     *
     * @throws BadRecord if it is no watermark of the partition that it stands on
     */
    public static Optional<Watermark> read(ConsumerRecord<byte[], byte[]> record) {
        return RecordHeaderTexts.find(record.headers(), EventHeaders.TYPE)
                .filter(EventType.WATERMARK.id()::equals)
                .map(type -> watermark(record));
    }

    private static Watermark watermark(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new BadRecord(ReasonCode.UNREADABLE);
        }
        try {
            Watermark watermark = EventJson.read(record.value(), Watermark.class);
            if (watermark.partition() != record.partition()) {
                throw new BadRecord(ReasonCode.INVALID);
            }
            return watermark;
        } catch (JacksonException unreadable) {
            throw new BadRecord(ReasonCode.UNREADABLE, unreadable);
        }
    }
}
