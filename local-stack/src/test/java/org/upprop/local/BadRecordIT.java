package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.local.Campaign.PATIENCE;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.upprop.local.stack.StackUnderTest;

@ExtendWith(StackUnderTest.Shared.class)
class BadRecordIT {

    private static final String SUBMITTED = "signatures.submitted.v1";

    private final StackUnderTest stack;
    private final Campaign campaign;
    private final String broker;

    BadRecordIT(StackUnderTest stack) {
        this.stack = stack;
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
        this.broker = "127.0.0.1:" + stack.ports().kafka();
    }

    @Test
    void stepsAsideWithItsBytesAndTheNextSignaturesPass() throws Exception {
        byte[] garbage = new byte[64];
        new Random().nextBytes(garbage);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < 12; partition++) {
                producer.send(new ProducerRecord<>(SUBMITTED, partition, null, garbage))
                        .get();
            }
        }

        campaign.sign(person("Ada", someAddress()), "full");

        campaign.awaitNames("Ada");
        assertThat(deadLettersHolding(garbage, 12)).isEqualTo(12);
    }

    private int deadLettersHolding(byte[] garbage, int hopedFor) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(SUBMITTED + "-dlt").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            int found = 0;
            Instant end = Instant.now().plus(PATIENCE);
            while (found < hopedFor && Instant.now().isBefore(end)) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofMillis(200))) {
                    found += Arrays.equals(letter.value(), garbage) ? 1 : 0;
                }
            }
            return found;
        }
    }
}
