package org.upprop.publication.list.messaging;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import org.upprop.delivery.messaging.Deliveries;
import org.upprop.event.Topics;
import org.upprop.publication.list.ListUpdates;
import org.upprop.signature.messaging.SignatureRecords;

/** Takes verified entries to the lists, and those that come back from the dead letters: the version decides. */
@Component
class VerifiedListener implements ConsumerSeekAware {

    private static final Logger LOG = LoggerFactory.getLogger(VerifiedListener.class);
    private static final String REDRIVE =
            "#{T(org.upprop.event.Topics).redriveOf(T(org.upprop.event.Topics).VERIFIED)}";

    private final Deliveries deliveries;
    private final ListUpdates lists;
    private final ReadPositions positions;

    VerifiedListener(Deliveries deliveries, ListUpdates lists, ReadPositions positions) {
        this.deliveries = deliveries;
        this.lists = lists;
        this.positions = positions;
    }

    @KafkaListener(
            id = "verified",
            idIsGroup = false,
            topics = {Topics.VERIFIED, REDRIVE})
    void on(List<ConsumerRecord<byte[], byte[]>> records) {
        deliveries.deliver(records, SignatureRecords::readEntryEvent, lists::apply);
        positions.moveBehind(records);
    }

    /**
     * Reads on from what the database has. What was applied and not yet remembered comes again and changes nothing;
     * while the database is away, what the broker remembers will do as well.
     */
    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        try {
            positions
                    .find(assignments.keySet())
                    .forEach((partition, offset) -> callback.seek(partition.topic(), partition.partition(), offset));
        } catch (DataAccessException away) {
            LOG.warn("The database does not tell how far it has come; reading on from what the broker remembers");
        }
    }
}
