package org.upprop.intake.appeal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upprop.appeal.Appeal;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.intake.appeal.Decision;
import org.upprop.intake.appeal.Publication;

@OnRealInfrastructure
class AppealPenIT {

    @Autowired
    KafkaAppeals appeals;

    @Autowired
    AppealPens pens;

    private final Appeal mine = anAppeal().build();

    @BeforeEach
    void appealsAreRead() {
        await().atMost(Duration.ofMinutes(1)).until(appeals::areRead);
    }

    @Test
    void seesWhatAnotherInstanceWroteAMomentAgo() {
        Decision.Write write = new Decision.Write(mine, null);
        try (AppealPen other = pens.take()) {
            other.write(write);
        }

        Publication seen = appeals.publish(mine.slug(), latest -> {
            assertThat(latest).contains(mine);
            return new Decision.Leave(new Publication.Unchanged(mine));
        });
        assertThat(seen).isEqualTo(new Publication.Unchanged(mine));
    }

    @Test
    void writesNothingWhereAnotherInstanceTookThePenMeanwhile() {
        Publication outcome = appeals.publish(mine.slug(), latest -> {
            pens.take().close();
            return new Decision.Write(mine, null);
        });

        assertThat(outcome).isEqualTo(new Publication.Overtaken());
        try (AppealPen pen = pens.take()) {
            assertThat(pen.latest(mine.slug())).isEqualTo(Optional.empty());
        }
    }

    @Test
    void findsWhatItPublishedAtOnce() {
        Publication outcome = appeals.publish(mine.slug(), latest -> new Decision.Write(mine, null));

        assertThat(outcome).isEqualTo(new Publication.Created(mine));
        assertThat(appeals.find(mine.slug())).contains(mine);
    }
}
