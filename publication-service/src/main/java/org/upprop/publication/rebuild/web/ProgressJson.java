package org.upprop.publication.rebuild.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.rebuild.Progress;

/** How far a rebuild is, of {@code length} records and what else takes a place in the topic. */
record ProgressJson(
        String phase,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long read,
        long length,
        long perSecond,
        long refused,
        @Nullable String failure) {

    static ProgressJson of(Progress progress, Instant now) {
        return new ProgressJson(
                progress.phase().name().toLowerCase(Locale.ROOT),
                progress.startedAt(),
                progress.endedAt(),
                progress.read(),
                progress.length(),
                progress.perSecond(now),
                progress.refused(),
                progress.failure());
    }
}
