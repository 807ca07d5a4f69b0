package org.upprop.intake.count.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.appeal.AppealSlug;
import org.upprop.count.PublicCount;
import org.upprop.count.messaging.CountRecords;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.intake.Intake;
import org.upprop.intake.count.Counts;

@OnRealInfrastructure
class KafkaCountsIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2022-01-12T12:00:00Z");

    private final AppealSlug appeal = new AppealSlug(Intake.newSlug());

    @Autowired
    Counts counts;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @LocalServerPort
    int port;

    @Test
    void knowsTheHighestCountThatWasTold() {
        PublicCount last = PublicCount.whole(appeal, 9, 4, 1, 0, NOON);
        tell(PublicCount.whole(appeal, 8, 3, 1, 0, NOON));
        tell(last);
        tell(PublicCount.whole(appeal, 7, 2, 1, 0, NOON));

        AppealSlug next = new AppealSlug(Intake.newSlug());
        tell(PublicCount.atRisk(next, 1, 3, NOON));

        await().atMost(LONG).until(() -> counts.find(next).isPresent());
        assertThat(counts.find(appeal)).contains(last);
    }

    @Test
    void isReadyThoughTheOtherServicesDoNotAnswer() {
        var intake = new Intake(port);

        await().atMost(LONG)
                .untilAsserted(() -> intake.health("readiness").expectStatus().isOk());
        assertThat(counts.find(appeal)).isEmpty();
    }

    private void tell(PublicCount count) {
        kafka.send(CountRecords.of(count)).join();
    }
}
