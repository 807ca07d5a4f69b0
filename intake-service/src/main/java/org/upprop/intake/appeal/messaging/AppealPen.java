package org.upprop.intake.appeal.messaging;

import static org.upprop.intake.appeal.messaging.AppealPens.PATIENCE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;
import org.upprop.intake.appeal.Decision;

/**
 * The right to change appeals. One instance has it at a time: what it reads is the latest, and what it writes is refused
 * by the broker if another has taken the pen meanwhile.
 */
final class AppealPen implements AutoCloseable {

    private static final TopicPartition APPEALS = new TopicPartition(Topics.APPEALS, 0);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;

    AppealPen(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    /** The appeal as it stands after everything that anybody wrote with the pen. */
    Optional<Appeal> latest(AppealSlug slug) {
        byte[] key = slug.value().getBytes(StandardCharsets.UTF_8);
        long patience = System.nanoTime() + PATIENCE.toNanos();
        Optional<Appeal> latest = Optional.empty();
        consumer.assign(List.of(APPEALS));
        consumer.seekToBeginning(List.of(APPEALS));
        long end = consumer.endOffsets(List.of(APPEALS)).getOrDefault(APPEALS, 0L);
        while (consumer.position(APPEALS) < end) {
            if (System.nanoTime() > patience) {
                throw new TimeoutException("The appeals could not be read to their end");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (Arrays.equals(key, record.key())) {
                    latest = Optional.ofNullable(record.value()).map(json -> EventJson.read(json, Appeal.class));
                }
            }
        }
        return latest;
    }

    /** Writes a version's texts and then the appeal, both or neither; tells the offset of the appeal. */
    long write(Decision.Write write) {
        producer.beginTransaction();
        if (write.text() != null) {
            producer.send(AppealRecords.text(write.text()));
        }
        Future<RecordMetadata> sent = producer.send(AppealRecords.present(write.appeal()));
        producer.commitTransaction();
        return offset(sent);
    }

    @Override
    public void close() {
        producer.close(CLOSE);
        consumer.close();
    }

    private static long offset(Future<RecordMetadata> committed) {
        try {
            return committed.get().offset();
        } catch (ExecutionException failed) {
            throw new KafkaException("A commit without what it committed", failed);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }
}
