package org.upprop.publication.list.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.list.ListHistory;
import org.upprop.publication.list.ListHistory.Milestone;

/**
 * How a list grew, as JSON; see {@link ShownHistory}.
 *
 * @param asOf everybody is counted who was due before then; null while that is not known
 */
record HistoryJson(
        String resolution,
        List<ShownHistory.Item> items,
        List<Milestone> milestones,
        @Nullable Instant asOf,
        @Nullable Long inQueue) {

    static HistoryJson of(AskedList list, ListHistory history) {
        ShownHistory shown = ShownHistory.of(list, history);
        return new HistoryJson(
                history.resolution().id(), shown.items(), shown.milestones(), list.asOf(), list.inQueue());
    }
}
