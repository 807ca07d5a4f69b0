package org.upprop.verification.list.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.delivery.messaging.Traces;
import org.upprop.event.EventHeaders;
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
    private final AppealBook appeals;
    private final Traces traces;

    private RelayProducer(Producer<byte[], byte[]> producer, AppealBook appeals, Traces traces) {
        this.producer = producer;
        this.appeals = appeals;
        this.traces = traces;
    }

    /**
     * Opens a producer and fences the one before it.
     *
     * @param config how to reach the broker
     */
    static RelayProducer open(Map<String, Object> config, AppealBook appeals, Traces traces) {
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
            return new RelayProducer(producer, appeals, traces);
        } catch (RuntimeException failed) {
            producer.close(Duration.ZERO);
            throw failed;
        }
    }

    /** Returns once all of it is committed; throws if that is not certain, and is then to be closed. */
    void tell(List<Outbox.Change> changes) {
        List<ProducerRecord<byte[], byte[]>> records =
                changes.stream().map(this::record).toList();
        traces.sending(records).during(() -> send(records.stream()));
    }

    /** The same for watermarks, which stand behind all that was told before. */
    void mark(Stream<Watermark> watermarks) {
        send(watermarks.map(SignatureRecords::watermark));
    }

    private ProducerRecord<byte[], byte[]> record(Outbox.Change change) {
        ProducerRecord<byte[], byte[]> record = SignatureRecords.entry(change.event(), change.since());
        traceOf(change).ifPresent(trace -> RecordHeaderTexts.add(record.headers(), EventHeaders.TRACE, trace));
        return record;
    }

    /**
     * Where signatories are at risk a record is of no trace: that began when they signed, and so would tell the order that
     * holding and shuffling them hides.
     */
    private Optional<String> traceOf(Outbox.Change change) {
        return appeals.find(change.event().appeal())
                .filter(appeal -> !appeal.policy().atRisk())
                .map(appeal -> change.trace());
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
