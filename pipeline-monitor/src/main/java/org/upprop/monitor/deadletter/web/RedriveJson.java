package org.upprop.monitor.deadletter.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.deadletter.Redrive;

/**
 * How far a redrive is.
 *
 * @param state {@code running}, {@code done} or {@code cancelled}
 * @param count how many it began with
 * @param done how many need nothing more: they came back, or were discarded or forgotten meanwhile
 * @param here whether the monitor that answers is the one that is at it
 */
record RedriveJson(
        UUID id,
        String state,
        String actor,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, String> selection,
        int perSecond,
        int count,
        int done,
        int left,
        boolean here) {

    static RedriveJson of(Redrive.Progress progress, boolean here) {
        Redrive redrive = progress.redrive();
        Optional<Redrive.Ended> ended = Optional.ofNullable(progress.ended());
        return new RedriveJson(
                redrive.id(),
                ended.map(end -> end.outcome().id()).orElse("running"),
                redrive.actor(),
                redrive.startedAt(),
                ended.map(Redrive.Ended::at).orElse(null),
                redrive.scope().selection().details(),
                redrive.perSecond(),
                redrive.count(),
                progress.done(),
                progress.left(),
                here);
    }
}
