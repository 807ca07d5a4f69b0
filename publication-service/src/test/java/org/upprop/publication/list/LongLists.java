package org.upprop.publication.list;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.messaging.SignatureRecords;

/** Fills lists through the topic, for measurements. */
final class LongLists {

    private static final Duration LONG = Duration.ofMinutes(30);

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final ListCounts counts;
    private final AppealBook appeals;

    LongLists(KafkaTemplate<byte[], byte[]> kafka, JdbcClient jdbc, AppealBook appeals) {
        this.kafka = kafka;
        this.counts = new ListCounts(jdbc);
        this.appeals = appeals;
    }

    /** An appeal of its own, which has been read. */
    AppealSlug publish() {
        AppealSlug appeal = Appeals.newSlug();
        Appeals.publish(appeal, kafka, appeals);
        return appeal;
    }

    /** Waits until all are on the list, and tells how many came a second. */
    double load(AppealSlug appeal, int entries) {
        long from = System.nanoTime();
        send(appeal, entries).run();
        return entries / ((System.nanoTime() - from) / 1e9);
    }

    /**
     * Writes them to the topic.
     *
     * @return waits until all are on the list
     */
    Runnable send(AppealSlug appeal, int entries) {
        ManyNames names = new ManyNames(entries);
        long before = counts.find(appeal).total();
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (long number = 0; number < entries; number++) {
            sent.add(kafka.send(
                    SignatureRecords.entry(names.next(appeal, before + number).listed(), Instant.now())));
        }
        sent.forEach(CompletableFuture::join);
        return () -> await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> counts.find(appeal).total() == before + entries);
    }
}
