package org.upprop.monitor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upprop.event.Topics;
import org.upprop.monitor.flow.Sighting.Group;
import org.upprop.monitor.flow.Sighting.Log;
import org.upprop.monitor.flow.Sighting.Reading;

class SightingTests {

    private static final PartitionId PARTITION = new PartitionId(Topics.SUBMITTED, 0);

    @Test
    void isAtRestWhereAllIsReadAndSomebodyReads() {
        assertThat(seen(9L, "a", true).isAtRest()).isTrue();
        assertThat(List.of(seen(8L, "a", true), seen(9L, null, true), seen(9L, "a", false)))
                .noneMatch(Sighting::isAtRest);
    }

    /** Nothing would ring while the topics are not there yet. */
    @Test
    void isNotAtRestBeforeThereIsATopic() {
        Group nobody = new Group(0, Map.of());

        assertThat(new Sighting(Instant.EPOCH, Map.of(), Map.of(Stage.VERIFICATION, nobody, Stage.PUBLICATION, nobody))
                        .isAtRest())
                .isFalse();
    }

    private static Sighting seen(long next, @Nullable String reader, boolean led) {
        Reading reading = new Reading(next, reader, null);
        return new Sighting(
                Instant.EPOCH,
                Map.of(PARTITION, new Log(0, 9, null, led)),
                Map.of(Stage.VERIFICATION, new Group(1, Map.of(PARTITION, reading))));
    }
}
