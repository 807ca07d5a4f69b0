package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Watermark;

/** How far the list goes, and how many it lacks, as the watermarks tell. */
@OnRealInfrastructure
class WatermarksIT {

    private static final Instant EARLY = Instant.parse("2022-01-12T10:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(5);

    private final AppealSlug appeal = Appeals.newSlug();

    @Autowired
    private ListUpdates lists;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void forgetOthers() {
        jdbc.sql("delete from watermark").update();
    }

    @Test
    void knowsNothingBeforeEveryPartitionHasOne() {
        assertThat(count()).returns(null, ListCount::asOf).returns(null, ListCount::inQueue);

        IntStream.range(1, Topics.SIGNATURE_PARTITIONS).forEach(partition -> mark(partition, EARLY, 2));
        assertThat(count().asOf()).isNull();

        mark(0, LATE, 2);
        assertThat(count()).returns(EARLY, ListCount::asOf).returns(2L, ListCount::inQueue);
    }

    @Test
    void goesAsFarAsThePartitionThatIsBehind() {
        markAll(LATE, 1);

        mark(3, EARLY, 1);
        assertThat(count().asOf()).as("what was said later stands").isEqualTo(LATE);

        markAll(LATE.plusSeconds(5), 1);
        jdbc.sql("delete from watermark where partition = 3").update();
        mark(3, EARLY, 1);
        assertThat(count().asOf()).isEqualTo(EARLY);
    }

    @Test
    void lacksWhatIsDueByTheLatestOfAllAndIsNotShown() {
        markAll(EARLY, 5);
        mark(7, LATE, 3);
        assertThat(count().inQueue()).isEqualTo(3);

        lists.apply(List.of(
                AnEntry.of("Ada").on(appeal).listed(),
                AnEntry.of("Grace").on(appeal).listed()));
        assertThat(count().inQueue()).isEqualTo(1);
        assertThat(all().inQueue()).isEqualTo(1);

        lists.apply(List.of(
                AnEntry.of("Alan").on(appeal).listed(),
                AnEntry.of("Kurt").on(appeal).listed()));
        assertThat(count().inQueue())
                .as("the list may be ahead of the watermark")
                .isZero();
    }

    @Test
    void lacksNobodyOfAnAppealThatNoWatermarkNames() {
        lists.apply(List.of(new Watermark(0, LATE, Map.of())));

        assertThat(count().inQueue()).isZero();
        assertThat(all().inQueue()).isZero();
    }

    @Test
    void takesTheLatestOfABatch() {
        lists.apply(List.of(
                new Watermark(0, LATE, Map.of(appeal.value(), 2L)),
                new Watermark(0, EARLY, Map.of(appeal.value(), 9L))));

        assertThat(count().inQueue()).isEqualTo(2);
    }

    private void markAll(Instant at, long due) {
        IntStream.range(0, Topics.SIGNATURE_PARTITIONS).forEach(partition -> mark(partition, at, due));
    }

    private void mark(int partition, Instant at, long due) {
        lists.apply(List.of(new Watermark(partition, at, Map.of(appeal.value(), due))));
    }

    private ListCount count() {
        return new ListCounts(jdbc).find(appeal);
    }

    private ListCount all() {
        return new ListCounts(jdbc).all().of(appeal);
    }
}
