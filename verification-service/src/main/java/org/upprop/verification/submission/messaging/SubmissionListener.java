package org.upprop.verification.submission.messaging;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.upprop.delivery.messaging.Deliveries;
import org.upprop.delivery.messaging.TopicsReady;
import org.upprop.delivery.messaging.Traces;
import org.upprop.event.Topics;
import org.upprop.signature.messaging.SignatureRecords;
import org.upprop.verification.ledger.Place;
import org.upprop.verification.submission.Received;
import org.upprop.verification.submission.Reception;
import org.upprop.verification.submission.Records;

/** Every submission, in batches, from intake or redriven. */
@Component
class SubmissionListener {

    private final Deliveries deliveries;
    private final Reception reception;
    private final Records taken;

    SubmissionListener(Deliveries deliveries, Reception reception, Records taken) {
        this.deliveries = deliveries;
        this.reception = reception;
        this.taken = taken;
    }

    @EventListener(TopicsReady.class)
    void begin() {
        reception.begin();
    }

    @KafkaListener(
            id = "submissions",
            idIsGroup = false,
            topics = {Topics.SUBMITTED, "#{T(org.upprop.event.Topics).redriveOf('" + Topics.SUBMITTED + "')}"})
    void on(List<ConsumerRecord<byte[], byte[]>> records) {
        reception.whileUnderway(() -> deliveries.deliver(
                records, SubmissionListener::received, taken::take, aside -> taken.setAside(place(aside))));
    }

    private static Optional<Received> received(ConsumerRecord<byte[], byte[]> record) {
        return Optional.of(new Received(
                place(record), SignatureRecords.readSubmitted(record).orElse(null), Traces.of(record)));
    }

    private static Place place(ConsumerRecord<byte[], byte[]> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }
}
