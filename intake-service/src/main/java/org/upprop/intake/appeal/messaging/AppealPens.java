package org.upprop.intake.appeal.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Hands out the pen that appeals are written with. */
@Component
class AppealPens {

    /** How long whoever holds the pen waits for the broker. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** One for all instances: whoever takes the pen last has it, and the broker refuses whoever had it before. */
    private static final String THE_PEN = "upprop-appeals";

    /** An instance that dies while it writes keeps the readers of the topic waiting for no longer than this. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(10);

    private static final String CLIENT = "appeal-pen";

    private final Map<String, Object> producerConfig;
    private final Map<String, Object> consumerConfig;

    AppealPens(ProducerFactory<?, ?> producers, ConsumerFactory<?, ?> consumers) {
        producerConfig = new HashMap<>(producers.getConfigurationProperties());
        producerConfig.put(ProducerConfig.CLIENT_ID_CONFIG, CLIENT);
        producerConfig.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, THE_PEN);
        producerConfig.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST_TRANSACTION.toMillis());
        producerConfig.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        consumerConfig = new HashMap<>(consumers.getConfigurationProperties());
        consumerConfig.put(ConsumerConfig.CLIENT_ID_CONFIG, CLIENT);
        consumerConfig.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumerConfig.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    }

    /** Takes the pen from whoever has it. */
    AppealPen take() {
        var producer = new KafkaProducer<>(producerConfig, new ByteArraySerializer(), new ByteArraySerializer());
        var consumer = new KafkaConsumer<>(consumerConfig, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        AppealPen pen = new AppealPen(producer, consumer);
        try {
            producer.initTransactions();
            return pen;
        } catch (RuntimeException unreachable) {
            pen.close();
            throw unreachable;
        }
    }
}
