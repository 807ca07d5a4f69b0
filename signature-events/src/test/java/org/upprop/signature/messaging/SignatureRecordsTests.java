package org.upprop.signature.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.delivery.BadRecord;
import org.upprop.delivery.ReasonCode;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.event.Samples;
import org.upprop.event.Topics;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.SignatureVerified;

class SignatureRecordsTests {

    private static final SignatureSubmitted SUBMITTED = Samples.submittedBy(Samples.aPerson("ada@example.org"));
    private static final SignatureVerified VERIFIED = Samples.verified();
    private static final String LATER = "org.upprop.signature.sealed.v7";

    @Test
    void readsWhatItWrote() {
        assertThat(SignatureRecords.readSubmitted(arrived(SignatureRecords.submitted(SUBMITTED))))
                .contains(SUBMITTED);
        assertThat(SignatureRecords.readVerified(arrived(SignatureRecords.entry(VERIFIED, Instant.EPOCH))))
                .contains(VERIFIED);
    }

    @Test
    void passesOverTypesThatCameLaterOnEitherTopic() {
        assertThat(SignatureRecords.readSubmitted(ofType(LATER, Topics.SUBMITTED)))
                .isEmpty();
        assertThat(SignatureRecords.readVerified(ofType(LATER, Topics.VERIFIED)))
                .isEmpty();
    }

    @Test
    void refusesTypesOfAnotherTopic() {
        ConsumerRecord<byte[], byte[]> entry = arrived(SignatureRecords.entry(VERIFIED, Instant.EPOCH));
        ConsumerRecord<byte[], byte[]> submission = arrived(SignatureRecords.submitted(SUBMITTED));

        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> SignatureRecords.readSubmitted(entry))
                .returns(ReasonCode.INVALID, BadRecord::reason);
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> SignatureRecords.readVerified(submission))
                .returns(ReasonCode.INVALID, BadRecord::reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{}",
                "{\"signatureId\":7}",
                "{\"submittedAt\":1e300}",
                "{\"submittedAt\":99999999999999999999999999}",
                "{\"screening\":[null]}",
                "{\"kind\":3}",
                "{\"signatory\":{\"kind\":\"nobody\"}}",
                "{\"signatory\":{\"kind\":\"individual\",\"name\":\"\"}}",
                "{\"appealVersion\":1e9999999}"
            })
    void cannotReadWhatIsNoSubmission(String json) {
        ProducerRecord<byte[], byte[]> sent = SignatureRecords.submitted(SUBMITTED);
        ConsumerRecord<byte[], byte[]> record =
                arrived(sent.topic(), sent.key(), json.getBytes(StandardCharsets.UTF_8), sent.headers());

        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> SignatureRecords.readSubmitted(record))
                .returns(ReasonCode.UNREADABLE, BadRecord::reason);
    }

    private static ConsumerRecord<byte[], byte[]> ofType(String type, String topic) {
        Headers headers = SignatureRecords.submitted(SUBMITTED).headers();
        headers.remove(EventHeaders.TYPE);
        RecordHeaderTexts.add(headers, EventHeaders.TYPE, type);
        return arrived(topic, new byte[] {1}, new byte[] {2}, headers);
    }

    private static ConsumerRecord<byte[], byte[]> arrived(ProducerRecord<byte[], byte[]> sent) {
        return arrived(sent.topic(), sent.key(), sent.value(), sent.headers());
    }

    private static ConsumerRecord<byte[], byte[]> arrived(String topic, byte[] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                topic, 0, 0, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }
}
