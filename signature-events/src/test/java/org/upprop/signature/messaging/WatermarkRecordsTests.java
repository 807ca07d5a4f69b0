package org.upprop.signature.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.delivery.BadRecord;
import org.upprop.event.EventJson;
import org.upprop.event.Samples;
import org.upprop.event.Topics;
import org.upprop.signature.Watermark;

class WatermarkRecordsTests {

    private static final ProducerRecord<byte[], byte[]> SENT = SignatureRecords.watermark(Samples.watermark());

    @Test
    void standsOnItsPartitionUnderAKeyThatNoEntryHas() {
        assertThat(SENT.topic()).isEqualTo(Topics.VERIFIED);
        assertThat(SENT.partition()).isEqualTo(7);
        assertThat(new String(SENT.key(), StandardCharsets.UTF_8)).isEqualTo("watermark/7");
        assertThat(new String(SENT.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"partition\":7,\"at\":\"%s\",\"due\":{\"%s\":4711}}"
                        .formatted(Samples.watermark().at(), Samples.verified().appeal()));
    }

    @Test
    void readsWhatItWrote() {
        assertThat(SignatureRecords.readVerified(arrived(7, SENT.value()))).contains(Samples.watermark());
    }

    @Test
    void isNeverTakenBack() {
        assertThatExceptionOfType(BadRecord.class).isThrownBy(() -> SignatureRecords.readVerified(arrived(7, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"partition\":12,\"at\":\"2022-01-12T12:00:00Z\",\"due\":{}}",
                "{\"partition\":7}"
            })
    void cannotReadWhatIsNoWatermark(String json) {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> SignatureRecords.readVerified(arrived(7, json.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void believesNoWatermarkOfAnotherPartition() {
        byte[] other = EventJson.write(
                new Watermark(8, Instant.EPOCH, Samples.watermark().due()));

        assertThatExceptionOfType(BadRecord.class).isThrownBy(() -> SignatureRecords.readVerified(arrived(7, other)));
    }

    private static ConsumerRecord<byte[], byte[]> arrived(int partition, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                SENT.topic(),
                partition,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                SENT.key(),
                value,
                SENT.headers(),
                Optional.empty());
    }
}
