package org.upprop.count.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upprop.count.PublicCount;
import org.upprop.event.Samples;

class CountBookTests {

    private final CountBook book = new CountBook(Map.of());

    @Test
    void keepsTheHighestRevisionWhoeverWritesLast() {
        apply(CountRecords.of(Samples.countInRevision(7)));
        apply(CountRecords.of(Samples.countInRevision(9)));
        apply(CountRecords.of(Samples.countInRevision(8)));

        assertThat(book.find(Samples.APPEAL).map(PublicCount::revision)).contains(9L);
    }

    @Test
    void forgetsACountThatWasTakenOff() {
        apply(CountRecords.of(Samples.count()));

        book.apply(Samples.APPEAL.value(), null);

        assertThat(book.find(Samples.APPEAL)).isEmpty();
    }

    private void apply(ProducerRecord<byte[], byte[]> sent) {
        book.apply(new String(sent.key(), StandardCharsets.UTF_8), sent.value());
    }
}
