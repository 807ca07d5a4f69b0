package org.upprop.publication.list.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.count.PublicCount;
import org.upprop.publication.list.ListHistory;
import org.upprop.publication.list.ListHistory.Milestone;
import org.upprop.publication.list.Resolution;

/**
 * What everybody may know of how a list grew. Where signatories are at risk, days run together until ten have come in
 * them, and tell the total alone: what is told must not point at few, nor must the difference to what was told before. Of
 * milestones the day is told.
 */
record ShownHistory(List<Item> items, List<Milestone> milestones) {

    ShownHistory {
        items = List.copyOf(items);
        milestones = List.copyOf(milestones);
    }

    /**
     * An hour or a day in which somebody came.
     *
     * @param total all who came until its end and are still there
     */
    record Item(
            Instant from,
            @Nullable Long individuals,
            @Nullable Long organisations,
            long total) {}

    static ShownHistory of(AskedList list, ListHistory history) {
        return list.isAtRisk()
                ? new ShownHistory(together(history), onTheirDays(history))
                : new ShownHistory(alone(history), history.milestones());
    }

    private static List<Item> alone(ListHistory history) {
        return history.steps().stream()
                .map(step -> new Item(step.from(), step.individuals(), step.organisations(), step.total()))
                .toList();
    }

    private static List<Milestone> onTheirDays(ListHistory history) {
        return history.milestones().stream()
                .map(milestone -> new Milestone(
                        milestone.signatures(), milestone.reachedAt().truncatedTo(ChronoUnit.DAYS)))
                .toList();
    }

    /** Hours that were read before it was known how dangerous they are tell nothing. */
    private static List<Item> together(ListHistory history) {
        List<Item> items = new ArrayList<>();
        long told = 0;
        for (ListHistory.Step step : history.steps()) {
            if (history.resolution() == Resolution.DAY && step.total() - told >= PublicCount.FEWEST_AT_RISK) {
                items.add(new Item(step.from(), null, null, step.total()));
                told = step.total();
            }
        }
        return items;
    }
}
