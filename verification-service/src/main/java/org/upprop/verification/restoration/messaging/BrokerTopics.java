package org.upprop.verification.restoration.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.upprop.delivery.Away;
import org.upprop.delivery.BadRecord;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.event.Topics;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.messaging.SignatureRecords;
import org.upprop.verification.ledger.Place;
import org.upprop.verification.restoration.OwnTopics;
import org.upprop.verification.restoration.Said;

/** The topics at the broker, before any listener or relay of this instance has begun. */
@Component
class BrokerTopics implements OwnTopics {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerTopics.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private static final List<TopicPartition> VERIFIED = IntStream.range(0, Topics.SIGNATURE_PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.VERIFIED, partition))
            .toList();

    private final KafkaAdmin broker;
    private final ConsumerFactory<?, ?> consumers;

    BrokerTopics(KafkaAdmin broker, ConsumerFactory<?, ?> consumers) {
        this.broker = broker;
        this.consumers = consumers;
    }

    /** The end is that of everything, also of what no transaction has ended yet; past it nothing is open any more. */
    @Override
    public void read(Consumer<List<Said>> part) {
        if (!broker.initialize()) {
            throw new Away("broker");
        }
        Map<String, Object> config = new HashMap<>(consumers.getConfigurationProperties());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        var bytes = new ByteArrayDeserializer();
        try (var admin = Admin.create(broker.getConfigurationProperties());
                var consumer = new KafkaConsumer<>(config, bytes, bytes)) {
            Map<TopicPartition, Long> ends = ends(admin);
            consumer.assign(VERIFIED);
            consumer.seekToBeginning(VERIFIED);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                part.accept(said(consumer.poll(POLL)));
            }
        }
    }

    @Override
    public void goBackTo(List<Place> places) {
        Map<TopicPartition, Long> begin = places.stream()
                .collect(
                        Collectors.toMap(place -> new TopicPartition(place.topic(), place.partition()), Place::offset));
        String group = Objects.toString(consumers.getConfigurationProperties().get(ConsumerConfig.GROUP_ID_CONFIG));
        try (var admin = Admin.create(broker.getConfigurationProperties())) {
            Map<TopicPartition, OffsetAndMetadata> back = new HashMap<>();
            get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                    .forEach((partition, committed) -> {
                        long to = begin.getOrDefault(partition, 0L);
                        if (committed != null && to < committed.offset()) {
                            back.put(partition, new OffsetAndMetadata(to));
                        }
                    });
            if (!back.isEmpty()) {
                get(admin.alterConsumerGroupOffsets(group, back).all());
            }
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        get(admin.listOffsets(VERIFIED.stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static List<Said> said(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<Said> said = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                SignatureRecords.readVerified(record)
                        .filter(EntryEvent.class::isInstance)
                        .map(event -> new Said((EntryEvent) event, time(record)))
                        .ifPresent(said::add);
            } catch (BadRecord unreadable) {
                LOG.warn("Passed over {}-{}@{}", record.topic(), record.partition(), record.offset());
            }
        }
        return said;
    }

    private static Instant time(ConsumerRecord<byte[], byte[]> record) {
        return Instant.parse(RecordHeaderTexts.require(record.headers(), EventHeaders.TIME));
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new Away("broker: " + failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
