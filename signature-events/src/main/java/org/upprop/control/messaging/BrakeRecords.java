package org.upprop.control.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.upprop.control.Brake;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventJson;
import org.upprop.event.EventType;
import org.upprop.event.Topics;

/** Writes brakes into records of {@code control.v1}. */
public final class BrakeRecords {

    private static final String MONITOR = "/pipeline-monitor";

    private BrakeRecords() {}

    /** Puts a brake on. */
    public static ProducerRecord<byte[], byte[]> on(Brake brake) {
        return record(brake, EventJson.write(brake), brake.since());
    }

    /** Takes a brake off. */
    public static ProducerRecord<byte[], byte[]> off(Brake brake, Instant now) {
        return record(brake, null, now);
    }

    private static ProducerRecord<byte[], byte[]> record(Brake brake, byte @Nullable [] json, Instant time) {
        Headers headers = RecordHeaderTexts.of(EventType.BRAKE, MONITOR, brake.key() + "@" + time, time);
        return new ProducerRecord<>(Topics.CONTROL, null, brake.key().getBytes(StandardCharsets.UTF_8), json, headers);
    }
}
