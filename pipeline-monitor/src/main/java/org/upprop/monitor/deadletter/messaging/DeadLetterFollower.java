package org.upprop.monitor.deadletter.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.audit.AuditEvent;
import org.upprop.delivery.Away;
import org.upprop.delivery.messaging.TopicFollower;
import org.upprop.delivery.messaging.TopicsReady;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;
import org.upprop.monitor.deadletter.DeadLetterBook;
import org.upprop.monitor.flow.PartitionId;

/** Reads all that the book of dead letters is made of: what was set aside, what came back, and what people did. */
@Component
class DeadLetterFollower implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterFollower.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<TopicPartition> FOLLOWED = Stream.of(
                    RepairTopics.deadLetters(), RepairTopics.redrives(), List.of(new TopicPartition(Topics.AUDIT, 0)))
            .flatMap(List::stream)
            .toList();

    private final DeadLetterBook book;
    private final Map<String, Object> consumerConfig;
    private volatile @Nullable TopicFollower follower;

    DeadLetterFollower(DeadLetterBook book, ConsumerFactory<?, ?> consumers) {
        this.book = book;
        consumerConfig = new HashMap<>(consumers.getConfigurationProperties());
        consumerConfig.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    @EventListener
    void on(TopicsReady ready) {
        follower = new TopicFollower("dead-letters", FOLLOWED, consumerConfig, this::take);
    }

    /** Whether all was read, once; until then what is missing may only be unread. */
    boolean isComplete() {
        TopicFollower current = follower;
        return current != null && current.isComplete();
    }

    /**
     * Waits until all was read that is there now.
     *
     * @param asks knows how far that is; it has another assignment afterwards
     * @throws Away if that takes too long
     */
    void catchUp(Consumer<?, ?> asks) throws InterruptedException {
        TopicFollower current = follower;
        asks.assign(FOLLOWED);
        if (current == null || !current.awaitEnds(asks.endOffsets(FOLLOWED), PATIENCE)) {
            throw new Away("dead letters that are not read yet");
        }
    }

    /** Forgets what the topics have forgotten. */
    @Scheduled(fixedDelayString = "${upprop.monitor.dead-letters.forget:1m}")
    void forget() {
        if (isComplete() && !book.isEmpty()) {
            var bytes = new ByteArrayDeserializer();
            try (var asks = new KafkaConsumer<>(consumerConfig, bytes, bytes)) {
                Map<PartitionId, Long> firsts = new HashMap<>();
                asks.assign(RepairTopics.deadLetters());
                asks.beginningOffsets(RepairTopics.deadLetters())
                        .forEach((partition, first) ->
                                firsts.put(new PartitionId(partition.topic(), partition.partition()), first));
                book.forget(firsts);
            } catch (KafkaException away) {
                LOG.debug("Where the dead letters begin cannot be asked", away);
            }
        }
    }

    @Override
    public void destroy() {
        TopicFollower current = follower;
        if (current != null) {
            current.close();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.AUDIT)) {
            book.told(EventJson.read(record.value(), AuditEvent.class));
        } else if (RepairTopics.originalOf(record.topic()).isPresent()) {
            RepairRecords.read(record).ifPresent(book::add);
        } else {
            RepairRecords.redrivenFrom(record).ifPresent(book::redriven);
        }
    }
}
