package org.upprop.audit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upprop.audit.AuditAction;
import org.upprop.audit.AuditEvent;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;

class AuditRecordsTests {

    private static final AuditEvent EVENT = new AuditEvent(
            UUID.fromString("6f6a3c1e-7b0e-4a0f-9e0e-2f1d3c4b5a69"),
            Instant.parse("2022-01-12T12:00:00Z"),
            "anna",
            AuditAction.BRAKE_ON,
            new TreeMap<>(Map.of("brake", "hold-mail")));

    @Test
    void carriesWhatOthersRelyOn() {
        ProducerRecord<byte[], byte[]> record = AuditRecords.record(EVENT);

        assertThat(record.topic()).isEqualTo(Topics.AUDIT);
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("anna");
        assertThat(RecordHeaderTexts.require(record.headers(), EventHeaders.TYPE))
                .isEqualTo("org.upprop.audit.v1");
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("""
                {"id":"6f6a3c1e-7b0e-4a0f-9e0e-2f1d3c4b5a69","at":"2022-01-12T12:00:00Z","actor":"anna",\
                "action":"brake-on","details":{"brake":"hold-mail"}}""");
        assertThat(EventJson.read(record.value(), AuditEvent.class)).isEqualTo(EVENT);
    }
}
