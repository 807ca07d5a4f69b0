package org.upprop.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;

@OnRealInfrastructure
@TestPropertySource(properties = "spring.config.import=classpath:delivery.yaml")
class TopicFollowerIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<ConsumerRecord<byte[], byte[]>> applied = new CopyOnWriteArrayList<>();
    private final AtomicBoolean broken = new AtomicBoolean();

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    StageStart stage;

    @Test
    void readsAgainAfterAnErrorAndDoesNotSayMeanwhileThatItReadAll() throws InterruptedException {
        await().atMost(LONG).until(stage::isReady);
        long first = send();
        try (var follower =
                new TopicFollower(Topics.COUNTS, consumers.getConfigurationProperties(), this::applyOrBreak)) {
            assertThat(follower.awaitOffset(first, LONG)).isTrue();
            assertThat(follower.isComplete()).isTrue();

            broken.set(true);
            long second = send();
            await().atMost(LONG).until(() -> !follower.isComplete());

            broken.set(false);
            await().atMost(LONG).until(follower::isComplete);
            assertThat(applied).extracting(ConsumerRecord::offset).contains(first, second);
        }
    }

    @Test
    void followsSeveralPartitionsToTheirEnds() throws InterruptedException {
        await().atMost(LONG).until(stage::isReady);
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (int partition = 0; partition < Topics.SIGNATURE_PARTITIONS; partition++) {
            var record =
                    new ProducerRecord<>(Topics.redriveOf(Topics.VERIFIED), partition, new byte[] {1}, new byte[] {2});
            RecordMetadata sent = kafka.send(record).join().getRecordMetadata();
            ends.put(new TopicPartition(sent.topic(), sent.partition()), sent.offset() + 1);
        }

        try (var follower = new TopicFollower(
                "several", ends.keySet(), consumers.getConfigurationProperties(), this::applyOrBreak)) {
            assertThat(follower.awaitEnds(ends, LONG)).isTrue();
            assertThat(follower.isComplete()).isTrue();
            assertThat(applied).extracting(ConsumerRecord::partition).contains(0, Topics.SIGNATURE_PARTITIONS - 1);
        }
    }

    private long send() {
        var record = new ProducerRecord<>(Topics.COUNTS, new byte[] {1}, new byte[] {2});
        return kafka.send(record).join().getRecordMetadata().offset();
    }

    private void applyOrBreak(ConsumerRecord<byte[], byte[]> record) {
        if (broken.get()) {
            throw new StackOverflowError();
        }
        applied.add(record);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestApplication {}
}
