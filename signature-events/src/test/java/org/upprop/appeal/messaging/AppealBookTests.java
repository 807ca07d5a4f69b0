package org.upprop.appeal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.Appeal;
import org.upprop.event.Samples;

class AppealBookTests {

    private final AppealBook book = new AppealBook(Map.of());

    @Test
    void neverGoesBackWhileTheTopicIsReadAgain() {
        apply(Samples.appealInRevision(1));
        apply(Samples.appealInRevision(2));

        apply(Samples.appealInRevision(1));

        assertThat(book.find(Samples.APPEAL).map(Appeal::revision)).contains(2L);
    }

    private void apply(Appeal appeal) {
        ProducerRecord<byte[], byte[]> sent = AppealRecords.present(appeal);
        book.apply(new String(sent.key(), StandardCharsets.UTF_8), sent.value());
    }
}
