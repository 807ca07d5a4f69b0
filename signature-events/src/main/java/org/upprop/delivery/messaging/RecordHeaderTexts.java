package org.upprop.delivery.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.upprop.delivery.BadRecord;
import org.upprop.delivery.ReasonCode;
import org.upprop.event.EventHeaders;
import org.upprop.event.EventType;

/** Headers as texts: writes those of an event, and reads those that a record must have. */
public final class RecordHeaderTexts {

    private static final String CLOUD_EVENTS_VERSION = "1.0";

    private RecordHeaderTexts() {}

    /** The headers that every event has; more may be added to them. */
    public static Headers of(EventType type, String source, String id, Instant time) {
        Headers headers = new RecordHeaders();
        add(headers, EventHeaders.SPEC_VERSION, CLOUD_EVENTS_VERSION);
        add(headers, EventHeaders.TYPE, type.id());
        add(headers, EventHeaders.SOURCE, source);
        add(headers, EventHeaders.ID, id);
        add(headers, EventHeaders.TIME, time.toString());
        add(headers, EventHeaders.CONTENT_TYPE, "application/json");
        return headers;
    }

    public static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public static Optional<String> find(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** @throws BadRecord if there is no such header */
    public static String require(Headers headers, String name) {
        return find(headers, name).orElseThrow(() -> new BadRecord(ReasonCode.HEADER_MISSING));
    }
}
