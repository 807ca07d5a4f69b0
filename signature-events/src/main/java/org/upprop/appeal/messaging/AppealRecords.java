package org.upprop.appeal.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealText;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.event.EventJson;
import org.upprop.event.EventType;
import org.upprop.event.Topics;

/** Writes appeals into records of {@code appeals.v1}. */
public final class AppealRecords {

    private static final String INTAKE = "/intake-service";

    private AppealRecords() {}

    /** The appeal as it stands, under its slug. */
    public static ProducerRecord<byte[], byte[]> present(Appeal appeal) {
        String slug = appeal.slug().value();
        Headers headers =
                RecordHeaderTexts.of(EventType.APPEAL, INTAKE, slug + "/r" + appeal.revision(), appeal.changedAt());
        return record(slug, slug, EventJson.write(appeal), headers);
    }

    /** One version's texts, under {@code slug/version}. */
    public static ProducerRecord<byte[], byte[]> text(AppealText text) {
        String slug = text.slug().value();
        String key = slug + "/" + text.version();
        Headers headers = RecordHeaderTexts.of(EventType.APPEAL_TEXT, INTAKE, key, text.changedAt());
        return record(slug, key, EventJson.write(text), headers);
    }

    private static ProducerRecord<byte[], byte[]> record(String slug, String key, byte[] json, Headers headers) {
        RecordHeaderTexts.add(headers, EventHeaders.APPEAL, slug);
        return new ProducerRecord<>(Topics.APPEALS, null, key.getBytes(StandardCharsets.UTF_8), json, headers);
    }
}
