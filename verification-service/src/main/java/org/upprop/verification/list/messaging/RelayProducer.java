package org.upprop.verification.list.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.upprop.signature.Watermark;
import org.upprop.signature.messaging.SignatureRecords;
import org.upprop.verification.list.Outbox;

/**
 * A transactional producer under the one id that all relays share: whoever opens one fences the relay before it, even if
 * that was only paused and believes that it still holds the lease.
 */
final class RelayProducer implements AutoCloseable {

    private static final String TRANSACTIONAL_ID = "upprop-relay";
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;

    private RelayProducer(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Opens a producer and fences the one before it.
     *
     * @param config how to reach the broker
     */
    static RelayProducer open(Map<String, Object> config) {
        Map<String, Object> transactional = new HashMap<>(config);
        transactional.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        transactional.put(ProducerConfig.CLIENT_ID_CONFIG, TRANSACTIONAL_ID);
        transactional.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        transactional.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        transactional.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        transactional.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(transactional, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new RelayProducer(producer);
        } catch (RuntimeException failed) {
            producer.close(Duration.ZERO);
            throw failed;
        }
    }

    /** Returns once all of it is committed; throws if that is not certain, and is then to be closed. */
    void tell(List<Outbox.Change> changes) {
        send(changes.stream().map(change -> SignatureRecords.entry(change.event(), change.since())));
    }

    /** The same for watermarks, which stand behind all that was told before. */
    void mark(Stream<Watermark> watermarks) {
        send(watermarks.map(SignatureRecords::watermark));
    }

    private void send(Stream<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        records.forEach(producer::send);
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(LAST_WORDS);
    }
}
