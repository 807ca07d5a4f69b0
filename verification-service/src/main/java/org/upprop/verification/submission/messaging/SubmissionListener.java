package org.upprop.verification.submission.messaging;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.upprop.delivery.messaging.Deliveries;
import org.upprop.delivery.messaging.TopicsReady;
import org.upprop.event.Topics;
import org.upprop.signature.messaging.SignatureRecords;
import org.upprop.verification.submission.Reception;

/** Every submission, in batches, from intake or redriven. */
@Component
class SubmissionListener {

    private final Deliveries deliveries;
    private final Reception reception;

    SubmissionListener(Deliveries deliveries, Reception reception) {
        this.deliveries = deliveries;
        this.reception = reception;
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
        reception.whileUnderway(() -> deliveries.deliver(records, SignatureRecords::readSubmitted, reception::take));
    }
}
