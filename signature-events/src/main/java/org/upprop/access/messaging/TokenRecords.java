package org.upprop.access.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.upprop.access.Grant;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventJson;
import org.upprop.event.EventType;
import org.upprop.event.Topics;

/** Writes tokens, without the tokens themselves, into records of {@code tokens.v1}. */
public final class TokenRecords {

    private static final String MONITOR = "/pipeline-monitor";

    private TokenRecords() {}

    /** Gives somebody a token. */
    public static ProducerRecord<byte[], byte[]> given(Grant grant) {
        return record(grant, EventJson.write(grant), grant.madeAt());
    }

    /** Takes it away. */
    public static ProducerRecord<byte[], byte[]> revoked(Grant grant, Instant now) {
        return record(grant, null, now);
    }

    private static ProducerRecord<byte[], byte[]> record(Grant grant, byte @Nullable [] json, Instant time) {
        Headers headers = RecordHeaderTexts.of(EventType.TOKEN, MONITOR, grant.id() + "@" + time, time);
        return new ProducerRecord<>(Topics.TOKENS, null, grant.id().getBytes(StandardCharsets.UTF_8), json, headers);
    }
}
