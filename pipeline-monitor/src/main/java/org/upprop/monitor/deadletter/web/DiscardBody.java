package org.upprop.monitor.deadletter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.deadletter.Discard;
import org.upprop.monitor.deadletter.Selection;
import org.upprop.monitor.web.Problems;

/**
 * Which dead letters are given up.
 *
 * @param because why
 * @param dryRun whether to tell only how many that would be
 */
record DiscardBody(
        @Nullable List<@Nullable String> ids,
        @Nullable String topic,
        @Nullable String reason,
        @Nullable Boolean all,
        @Nullable String because,
        @Nullable Boolean dryRun) {

    Selection selection() {
        return new SelectionJson(ids, topic, reason, all).selection();
    }

    String why() {
        return Discard.because(because)
                .orElseThrow(() -> Problems.invalid(
                        "/because", "because.length", "Must be 1 to %d characters.".formatted(Discard.LONGEST_REASON)));
    }
}
