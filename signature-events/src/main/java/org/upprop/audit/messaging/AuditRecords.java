package org.upprop.audit.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.upprop.audit.AuditEvent;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventJson;
import org.upprop.event.EventType;
import org.upprop.event.Topics;

/** Writes what people did into records of {@code audit.v1}. */
public final class AuditRecords {

    private static final String MONITOR = "/pipeline-monitor";

    private AuditRecords() {}

    public static ProducerRecord<byte[], byte[]> record(AuditEvent event) {
        Headers headers =
                RecordHeaderTexts.of(EventType.AUDIT, MONITOR, event.id().toString(), event.at());
        return new ProducerRecord<>(
                Topics.AUDIT, null, event.actor().getBytes(StandardCharsets.UTF_8), EventJson.write(event), headers);
    }
}
