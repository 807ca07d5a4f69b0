package org.upprop.count.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upprop.count.PublicCount;
import org.upprop.event.Samples;
import org.upprop.event.Topics;

class CountBookTests {

    private final CountBook book = new CountBook(Map.of());

    @Test
    void keepsTheHighestRevisionWhoeverWritesLast() {
        book.apply(recordOf(Samples.countInRevision(7)));
        book.apply(recordOf(Samples.countInRevision(9)));
        book.apply(recordOf(Samples.countInRevision(8)));

        assertThat(book.find(Samples.APPEAL).map(PublicCount::revision)).contains(9L);
    }

    @Test
    void forgetsACountThatWasTakenOff() {
        ConsumerRecord<byte[], byte[]> record = recordOf(Samples.count());
        book.apply(record);

        book.apply(new ConsumerRecord<>(Topics.COUNTS, 0, 1, record.key(), null));

        assertThat(book.find(Samples.APPEAL)).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> recordOf(PublicCount count) {
        ProducerRecord<byte[], byte[]> sent = CountRecords.of(count);
        return new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    }
}
