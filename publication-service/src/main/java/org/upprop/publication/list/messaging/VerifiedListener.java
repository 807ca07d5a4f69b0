package org.upprop.publication.list.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;
import org.upprop.delivery.Away;
import org.upprop.delivery.messaging.Deliveries;
import org.upprop.event.Topics;
import org.upprop.publication.list.ListUpdates;
import org.upprop.signature.messaging.SignatureRecords;

/** Takes verified entries to the lists, and those that come back from the dead letters: the version decides. */
@Component
class VerifiedListener implements ConsumerSeekAware {

    private static final Logger LOG = LoggerFactory.getLogger(VerifiedListener.class);
    private static final String ID = "verified";
    private static final String REDRIVE =
            "#{T(org.upprop.event.Topics).redriveOf(T(org.upprop.event.Topics).VERIFIED)}";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A list that is to be built anew is so as a whole, whichever partition tells. */
    private static final List<TopicPartition> WHOLE_TOPIC = IntStream.range(0, Topics.SIGNATURE_PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.VERIFIED, partition))
            .toList();

    private final Deliveries deliveries;
    private final ListUpdates lists;
    private final ReadPositions positions;
    private final UnreadTombstones tombstones;
    private final KafkaListenerEndpointRegistry listeners;
    private volatile boolean leftBehind;

    VerifiedListener(
            Deliveries deliveries,
            ListUpdates lists,
            ReadPositions positions,
            UnreadTombstones tombstones,
            KafkaListenerEndpointRegistry listeners) {
        this.deliveries = deliveries;
        this.lists = lists;
        this.positions = positions;
        this.tombstones = tombstones;
        this.listeners = listeners;
    }

    @KafkaListener(
            id = ID,
            idIsGroup = false,
            topics = {Topics.VERIFIED, REDRIVE})
    void on(List<ConsumerRecord<byte[], byte[]>> records) {
        deliveries.deliver(records, SignatureRecords::readVerified, lists::apply);
        positions.moveBehind(records);
    }

    /**
     * Reads on from what the database has, and from the beginning where it has nothing. What was applied and not yet
     * remembered comes again and changes nothing. While the database is away nothing is taken: what the broker remembers
     * may be ahead of one that was restored. Nor is anything taken after so long an absence that the list has to be built
     * anew; once that is done, by whichever instance, reading goes on.
     */
    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        Map<TopicPartition, Long> known = awaitPositions(assignments.keySet());
        for (TopicPartition partition : assignments.keySet()) {
            callback.seek(partition.topic(), partition.partition(), known.getOrDefault(partition, 0L));
        }
    }

    /** Holds the consumer for as long as it takes. Who is away for too long leaves the group, and is asked again. */
    private Map<TopicPartition, Long> awaitPositions(Collection<TopicPartition> partitions) {
        while (true) {
            try {
                Map<TopicPartition, Long> known = positions.find(partitions);
                boolean late = tombstones.mayBeGone(positions.find(WHOLE_TOPIC));
                if (late && !leftBehind) {
                    LOG.error("This list was told nothing for longer than the topic keeps what was taken back, and"
                            + " would keep names that are gone; nothing is taken until it is built anew:"
                            + " ./upprop rebuild");
                }
                leftBehind = late;
                if (!late || !isRunning()) {
                    return known;
                }
            } catch (DataAccessException | Away away) {
                if (!isRunning()) {
                    throw away;
                }
                LOG.warn(
                        "Nothing is taken until it is known how far this list has come: {}",
                        away.getClass().getName());
            }
            pause();
        }
    }

    /** Whether nothing is taken before the list is built anew. */
    boolean isLeftBehind() {
        return leftBehind;
    }

    private boolean isRunning() {
        MessageListenerContainer container = listeners.getListenerContainer(ID);
        return container != null && container.isRunning();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
