package org.upprop.monitor.deadletter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
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

class RepairRecordsTests {

    private static final String DEAD_LETTERS = Topics.deadLettersOf(Topics.SUBMITTED);
    private static final Instant AT = Instant.parse("2022-01-12T10:00:00Z");
    private static final UUID ID = UUID.randomUUID();

    @Test
    void tellsWhatADeadLetterSaysOfItself() {
        Headers headers = RecordHeaderTexts.of(EventType.SIGNATURE_SUBMITTED, "/intake", ID.toString(), AT);
        add(headers, EventHeaders.APPEAL, "kazakhstan-2022");
        add(headers, EventHeaders.REASON, "APPEAL_UNKNOWN");
        add(headers, EventHeaders.REDRIVES, "2");
        add(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, Topics.redriveOf(Topics.SUBMITTED));
        headers.add(KafkaHeaders.DLT_ORIGINAL_PARTITION, new byte[] {0, 0, 0, 3});
        headers.add(KafkaHeaders.DLT_ORIGINAL_OFFSET, new byte[] {0, 0, 0, 0, 0, 0, 1, 0});

        assertThat(RepairRecords.read(dead(headers)))
                .contains(new DeadLetter(
                        Place.of(DEAD_LETTERS, 3, 17),
                        Topics.SUBMITTED,
                        Place.of(Topics.redriveOf(Topics.SUBMITTED), 3, 256),
                        ReasonCode.APPEAL_UNKNOWN,
                        AT,
                        8,
                        new Envelope(EventType.SIGNATURE_SUBMITTED, AT, new AppealSlug("kazakhstan-2022"), ID),
                        2));
    }

    @Test
    void tellsNothingThatHasNotTheFormItMustHave() {
        Headers headers = new RecordHeaders();
        String anything = "Ada Byron <ada@example.org>";
        for (String name : new String[] {
            EventHeaders.TYPE,
            EventHeaders.TIME,
            EventHeaders.APPEAL,
            EventHeaders.ID,
            EventHeaders.REASON,
            EventHeaders.REDRIVES,
            KafkaHeaders.DLT_ORIGINAL_TOPIC,
            KafkaHeaders.DLT_ORIGINAL_PARTITION,
            KafkaHeaders.DLT_ORIGINAL_OFFSET
        }) {
            add(headers, name, anything);
        }

        assertThat(RepairRecords.read(dead(headers)))
                .contains(new DeadLetter(
                        Place.of(DEAD_LETTERS, 3, 17),
                        Topics.SUBMITTED,
                        null,
                        null,
                        AT,
                        8,
                        new Envelope(null, null, null, null),
                        0));
    }

    @Test
    void sendsBackWhatItOnceWas() {
        Headers headers = new RecordHeaders();
        add(headers, EventHeaders.APPEAL, "kazakhstan-2022");
        add(headers, "traceparent", "00");
        add(headers, EventHeaders.REASON, "INVALID");
        add(headers, EventHeaders.REDRIVEN_FROM, DEAD_LETTERS + "/3/1");
        add(headers, EventHeaders.REDRIVES, "1");
        add(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, Topics.SUBMITTED);
        add(headers, KafkaHeaders.DLT_EXCEPTION_FQCN, "a.b.C");

        ProducerRecord<byte[], byte[]> back = RepairRecords.back(dead(headers));

        assertThat(back.topic()).isEqualTo(Topics.redriveOf(Topics.SUBMITTED));
        assertThat(back.partition()).isEqualTo(3);
        assertThat(back.key()).asString().isEqualTo("key");
        assertThat(back.value()).asString().isEqualTo("value");
        assertThat(Arrays.stream(back.headers().toArray()).map(Header::key))
                .containsExactly(EventHeaders.APPEAL, "traceparent", EventHeaders.REDRIVEN_FROM, EventHeaders.REDRIVES);
        assertThat(RecordHeaderTexts.find(back.headers(), EventHeaders.REDRIVES))
                .contains("2");
        assertThat(RepairRecords.redrivenFrom(read(back))).contains(Place.of(DEAD_LETTERS, 3, 17));
    }

    private static ConsumerRecord<byte[], byte[]> dead(Headers headers) {
        return record(DEAD_LETTERS, headers);
    }

    private static ConsumerRecord<byte[], byte[]> read(ProducerRecord<byte[], byte[]> written) {
        return record(written.topic(), written.headers());
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, Headers headers) {
        return new ConsumerRecord<>(
                topic,
                3,
                17,
                AT.toEpochMilli(),
                TimestampType.CREATE_TIME,
                3,
                5,
                "key".getBytes(StandardCharsets.UTF_8),
                "value".getBytes(StandardCharsets.UTF_8),
                headers,
                Optional.empty());
    }

    private static void add(Headers headers, String name, String value) {
        RecordHeaderTexts.add(headers, name, value);
    }
}
