package org.upprop.monitor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upprop.event.Topics;

class StageFlowTests {

    @Test
    void callsAPartitionHotThatGetsMoreThanTwiceItsShare() {
        assertThat(hot(100, 100, 400, 100)).containsExactly(2);
        assertThat(hot(100, 100, 200, 100)).isEmpty();
    }

    @Test
    void callsNoneHotForWhatComesByChance() {
        assertThat(hot(0, 0, 0, 13)).isEmpty();
        assertThat(hot(0, 0, 0, 14)).containsExactly(3);
    }

    /** Else all that comes would be unevenly shared, since nothing comes back while all is well. */
    @Test
    void comparesNoPartitionWithThoseOfAnotherTopic() {
        List<PartitionFlow> partitions = Stream.concat(
                        IntStream.range(0, 4).mapToObj(number -> partition(Topics.VERIFIED, number, 100, null)),
                        IntStream.range(0, 8)
                                .mapToObj(number -> partition(Topics.redriveOf(Topics.VERIFIED), number, 0, null)))
                .toList();

        assertThat(partitions).noneMatch(new StageFlow(Stage.PUBLICATION, 1, partitions)::isHot);
    }

    @Test
    void hasAsMuchHeadroomAsTheNearestOfItsPartitions() {
        assertThat(stage(
                                partition(Topics.SUBMITTED, 0, 0, null),
                                partition(Topics.SUBMITTED, 1, 0, Duration.ofDays(2)),
                                partition(Topics.SUBMITTED, 2, 0, Duration.ofDays(1)))
                        .headroom())
                .isEqualTo(Duration.ofDays(1));
        assertThat(stage(partition(Topics.SUBMITTED, 0, 0, null)).headroom()).isNull();
    }

    private static List<Integer> hot(long... written) {
        List<PartitionFlow> partitions = IntStream.range(0, written.length)
                .mapToObj(number -> partition(Topics.SUBMITTED, number, written[number], null))
                .toList();
        StageFlow stage = new StageFlow(Stage.VERIFICATION, 1, partitions);
        return partitions.stream()
                .filter(stage::isHot)
                .map(partition -> partition.id().partition())
                .toList();
    }

    private static StageFlow stage(PartitionFlow... partitions) {
        return new StageFlow(Stage.VERIFICATION, 1, List.of(partitions));
    }

    private static PartitionFlow partition(String topic, int number, long written, @Nullable Duration headroom) {
        return new PartitionFlow(
                new PartitionId(topic, number), 0, 0, 0, Rates.NONE, headroom, written, Verdict.OK, null, "a");
    }
}
