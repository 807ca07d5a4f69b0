package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.ListCount;
import org.upprop.publication.list.ListHistory;
import org.upprop.publication.list.ListHistory.Milestone;
import org.upprop.publication.list.ListHistory.Step;
import org.upprop.publication.list.Resolution;
import org.upprop.publication.list.web.ShownHistory.Item;

class HistoryJsonTests {

    private static final Instant DAY = Instant.parse("2022-01-12T00:00:00Z");

    @Test
    void tellsEachStepAsItIs() {
        assertThat(history(false, 3, 9).items())
                .containsExactly(new Item(DAY, 2L, 1L, 3), new Item(DAY.plus(Duration.ofDays(1)), 8L, 1L, 12));
    }

    @Test
    void letsStepsRunTogetherUntilTenHaveComeWhereTheyAreAtRisk() {
        assertThat(history(true, 3, 6, 1, 9, 1, 30).items())
                .extracting(Item::total)
                .containsExactly(10L, 20L, 50L);
        assertThat(history(true, 3, 6, 1, 9).items())
                .allSatisfy(item ->
                        assertThat(item).returns(null, Item::individuals).returns(null, Item::organisations));
        assertThat(history(true, 9).items()).isEmpty();
    }

    @Test
    void tellsTheDayAloneOfAMilestoneWhereTheyAreAtRisk() {
        assertThat(history(false, 100).milestones()).containsExactly(new Milestone(100, DAY.plusMillis(1)));
        assertThat(history(true, 100).milestones()).containsExactly(new Milestone(100, DAY));
    }

    private static HistoryJson history(boolean atRisk, int... came) {
        List<Step> steps = new ArrayList<>();
        long total = 0;
        for (int number : came) {
            total += number;
            steps.add(new Step(DAY.plus(Duration.ofDays(steps.size())), number - 1, 1, total));
        }
        ListCount count = new ListCount(total, total, 0, 0, 1, DAY, atRisk, 0L);
        return HistoryJson.of(
                new AskedList(new AppealSlug("bread"), null, count, 0),
                new ListHistory(count, Resolution.DAY, steps, List.of(new Milestone(100, DAY.plusMillis(1)))));
    }
}
