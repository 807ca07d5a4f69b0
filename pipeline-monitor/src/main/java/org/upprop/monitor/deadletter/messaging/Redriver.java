package org.upprop.monitor.deadletter.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import org.upprop.delivery.Away;
import org.upprop.monitor.deadletter.DeadLetter;
import org.upprop.monitor.deadletter.DeadLetterBook;
import org.upprop.monitor.deadletter.Redrive;
import org.upprop.monitor.flow.PartitionId;

/**
 * Sends dead letters on their way again, each once: that one came back is told by nothing but the record that came back,
 * and records are written in transactions under one id, so that the broker shuts out a monitor whose place another took.
 */
@Component
class Redriver {

    static final String TRANSACTIONAL_ID = "pipeline-monitor-redrive";

    /** Records in a transaction. */
    private static final int LARGEST_BATCH = 500;

    /** At a high rate there are so many transactions a second. */
    private static final int STEPS = 4;

    /** Milliseconds; to deliver takes longer than an answer, since there is a pause before it. */
    private static final int ANSWERED = 5_000;

    private static final int DELIVERED = 6_000;

    /** Milliseconds; so long the stages wait at most for a transaction whose monitor is gone. */
    private static final int UNDECIDED = 15_000;

    private static final int HURRIED = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final DeadLetterBook book;
    private final DeadLetterFollower follower;
    private final Map<String, Object> producerConfig;
    private final Map<String, Object> consumerConfig;

    Redriver(
            DeadLetterBook book,
            DeadLetterFollower follower,
            ProducerFactory<?, ?> producers,
            ConsumerFactory<?, ?> consumers) {
        this.book = book;
        this.follower = follower;
        producerConfig = new HashMap<>(producers.getConfigurationProperties());
        producerConfig.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        producerConfig.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, UNDECIDED);
        producerConfig.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERED);
        producerConfig.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWERED);
        producerConfig.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERED);
        consumerConfig = new HashMap<>(consumers.getConfigurationProperties());
        consumerConfig.remove(ConsumerConfig.GROUP_ID_CONFIG);
        // What is asked for lies there; a question for what comes after it must not hold up the next.
        consumerConfig.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, HURRIED);
    }

    /**
     * Sends all of a redrive that wait.
     *
     * @param goesOn asked before each transaction
     * @return false if it was to go on no longer
     */
    boolean send(Redrive redrive, BooleanSupplier goesOn) throws InterruptedException {
        var bytes = new ByteArrayDeserializer();
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(producerConfig, new ByteArraySerializer(), new ByteArraySerializer());
        try (Consumer<byte[], byte[]> reader = new KafkaConsumer<>(consumerConfig, bytes, bytes)) {
            // Whatever another began under this id is decided before it is asked what came back.
            producer.initTransactions();
            follower.catchUp(reader);
            return send(redrive, goesOn, producer, reader);
        } finally {
            producer.close(PATIENCE);
        }
    }

    private boolean send(
            Redrive redrive, BooleanSupplier goesOn, Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> reader)
            throws InterruptedException {
        List<DeadLetter> waiting = book.waiting(redrive.scope());
        int batch = Math.clamp(redrive.perSecond() / STEPS, 1, LARGEST_BATCH);
        long next = System.nanoTime();
        for (int from = 0; from < waiting.size(); from += batch) {
            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            next = System.nanoTime() + batch * 1_000_000_000L / redrive.perSecond();
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            List<DeadLetter> part = waiting.subList(from, Math.min(from + batch, waiting.size()));
            List<ConsumerRecord<byte[], byte[]>> records =
                    read(part.stream().filter(book::isWaiting).toList(), reader);
            producer.beginTransaction();
            records.forEach(record -> producer.send(RepairRecords.back(record)));
            producer.commitTransaction();
        }
        return true;
    }

    /** Those that their topic still has. */
    private static List<ConsumerRecord<byte[], byte[]>> read(
            List<DeadLetter> letters, Consumer<byte[], byte[]> reader) {
        Map<TopicPartition, NavigableSet<Long>> wanted = new LinkedHashMap<>();
        for (DeadLetter letter : letters) {
            PartitionId partition = letter.id().partition();
            wanted.computeIfAbsent(
                            new TopicPartition(partition.topic(), partition.partition()), offsets -> new TreeSet<>())
                    .add(letter.id().offset());
        }
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        wanted.forEach((partition, offsets) -> records.addAll(read(partition, offsets, reader)));
        return records;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            TopicPartition partition, NavigableSet<Long> offsets, Consumer<byte[], byte[]> reader) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        reader.assign(List.of(partition));
        reader.seek(partition, offsets.first());
        while (reader.position(partition) <= offsets.last()) {
            if (System.nanoTime() > until) {
                throw new Away("dead letters that do not come");
            }
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                if (offsets.contains(record.offset())) {
                    records.add(record);
                }
            }
        }
        return records;
    }
}
