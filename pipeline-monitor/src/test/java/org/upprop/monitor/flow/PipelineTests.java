package org.upprop.monitor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upprop.event.Topics;

class PipelineTests {

    @Test
    void countsWhatIntakeWritesAndNotWhatComesBack() {
        StageFlow verification = new StageFlow(
                Stage.VERIFICATION,
                1,
                List.of(
                        partition(Topics.SUBMITTED, 0, 4),
                        partition(Topics.SUBMITTED, 1, 1.5),
                        partition(Topics.redriveOf(Topics.SUBMITTED), 0, 30)));

        assertThat(new Pipeline(Instant.EPOCH, List.of(verification)).fromIntake())
                .isEqualTo(5.5);
    }

    private static PartitionFlow partition(String topic, int number, double in) {
        return new PartitionFlow(
                new PartitionId(topic, number),
                0,
                0,
                0,
                new Rates(in, 0, 0, Duration.ZERO),
                null,
                0,
                Verdict.OK,
                null,
                "a");
    }
}
