package org.upprop.count.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.upprop.count.PublicCount;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.event.EventJson;
import org.upprop.event.EventType;
import org.upprop.event.Topics;

/** Writes counts into records of {@code counts.v1}. */
public final class CountRecords {

    private static final String PUBLICATION = "/publication-service";

    private CountRecords() {}

    /** A count, under its appeal's slug. */
    public static ProducerRecord<byte[], byte[]> of(PublicCount count) {
        String slug = count.slug().value();
        Headers headers =
                RecordHeaderTexts.of(EventType.COUNT, PUBLICATION, slug + "/r" + count.revision(), count.asOf());
        RecordHeaderTexts.add(headers, EventHeaders.APPEAL, slug);
        return new ProducerRecord<>(
                Topics.COUNTS, null, slug.getBytes(StandardCharsets.UTF_8), EventJson.write(count), headers);
    }
}
