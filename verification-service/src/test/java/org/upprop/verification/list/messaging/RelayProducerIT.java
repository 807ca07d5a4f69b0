package org.upprop.verification.list.messaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ProducerFactory;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.delivery.messaging.Traces;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.EntryId;
import org.upprop.signature.EntryRemoved;
import org.upprop.verification.list.Outbox;

@OnRealInfrastructure(properties = "upprop.fingerprint.secret=dGhpcnR5LXR3byBieXRlcywgb3Igc29tZSBtb3JlIG9mIHRoZW0=")
class RelayProducerIT {

    @Autowired
    Relay relay;

    @Autowired
    ProducerFactory<?, ?> producers;

    @Autowired
    AppealBook appeals;

    @Autowired
    Traces traces;

    @Test
    void keepsARelayThatWasPausedFromWriting() {
        await().atMost(Duration.ofMinutes(1)).until(() -> relay.role() == Relay.Role.ACTIVE);
        Map<String, Object> config = producers.getConfigurationProperties();
        try (RelayProducer paused = RelayProducer.open(config, appeals, traces);
                RelayProducer successor = RelayProducer.open(config, appeals, traces)) {
            successor.tell(aChange());

            assertThatThrownBy(() -> paused.tell(aChange()))
                    .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
        }
    }

    private static List<Outbox.Change> aChange() {
        return List.of(new Outbox.Change(
                new EntryRemoved(EntryId.random(), new AppealSlug("an-appeal"), 1), Instant.now(), null));
    }
}
