package org.upprop.appeal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.Appeal;
import org.upprop.event.Samples;

class AppealBookTests {

    private final AppealBook book = new AppealBook(Map.of());

    @Test
    void neverGoesBackWhileTheTopicIsReadAgain() {
        book.apply(recordOf(Samples.appealInRevision(1)));
        book.apply(recordOf(Samples.appealInRevision(2)));

        book.apply(recordOf(Samples.appealInRevision(1)));

        assertThat(book.find(Samples.APPEAL).map(Appeal::revision)).contains(2L);
    }

    private static ConsumerRecord<byte[], byte[]> recordOf(Appeal appeal) {
        ProducerRecord<byte[], byte[]> sent = AppealRecords.present(appeal);
        return new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    }
}
