package org.upprop.monitor.deadletter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.deadletter.Selection;
import org.upprop.monitor.web.Problems;

/**
 * Which dead letters are to come back.
 *
 * @param dryRun whether to tell only how many that would be
 * @param perSecond so many a second at most, and no more than the monitor's setting, which it is unless said
 */
record RedriveBody(
        @Nullable List<@Nullable String> ids,
        @Nullable String topic,
        @Nullable String reason,
        @Nullable Boolean all,
        @Nullable Boolean dryRun,
        @Nullable Integer perSecond) {

    Selection selection() {
        return new SelectionJson(ids, topic, reason, all).selection();
    }

    int perSecond(int fastest) {
        int asked = perSecond == null ? fastest : perSecond;
        if (asked < 1 || asked > fastest) {
            throw Problems.invalid("/perSecond", "perSecond.range", "Must be 1 to %d.".formatted(fastest));
        }
        return asked;
    }
}
