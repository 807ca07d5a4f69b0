package org.upprop.infrastructure.test;

import org.testcontainers.kafka.KafkaContainer;

/** The Kafka of a test run, which ends with this JVM. */
final class SharedKafka extends KafkaContainer {

    static final SharedKafka CONTAINER = new SharedKafka();

    private SharedKafka() {
        super("apache/kafka:4.3.1");
        withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    }

    static Infrastructure.Pausable pausable() {
        return new PausableContainer(CONTAINER);
    }

    /** Does nothing when a context is closed, since other contexts may still use it. */
    @Override
    public void close() {}
}
