package org.upprop.access.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upprop.access.Grant;
import org.upprop.event.Samples;

class TokenBookTests {

    private static final Grant GRANT = Samples.token();

    private final TokenBook book = new TokenBook(Map.of());

    @Test
    void hasWhatWasGiven() {
        apply(TokenRecords.given(GRANT));

        assertThat(book.all()).containsExactly(GRANT);
        assertThat(book.areRead()).isFalse();
    }

    @Test
    void neverHasAgainWhatWasRevoked() {
        apply(TokenRecords.given(GRANT));
        apply(TokenRecords.revoked(GRANT, Instant.EPOCH));
        assertThat(book.all()).isEmpty();

        apply(TokenRecords.given(GRANT));
        assertThat(book.all())
                .as("while it is read from the beginning once more")
                .isEmpty();
    }

    private void apply(ProducerRecord<byte[], byte[]> sent) {
        book.apply(new String(sent.key(), StandardCharsets.UTF_8), sent.value());
    }
}
