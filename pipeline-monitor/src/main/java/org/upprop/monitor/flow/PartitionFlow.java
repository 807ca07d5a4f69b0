package org.upprop.monitor.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a stage does with one partition.
 *
 * @param headroom how long until retention may delete a record that is not read; nothing if there is none, if none is ever
 *     deleted, or while that is not known
 * @param written how many records came within the window
 * @param reason why the verdict is what it is, if it is not {@link Verdict#OK}
 * @param reader the member of the group that reads it, if one does
 */
public record PartitionFlow(
        PartitionId id,
        long first,
        long end,
        long next,
        Rates rates,
        @Nullable Duration headroom,
        long written,
        Verdict verdict,
        @Nullable Reason reason,
        @Nullable String reader) {

    /**
     * Judges what was seen of a partition within the window, from the oldest to the newest. It needs no threshold: what
     * counts is whether the reader comes on, and whether it comes nearer to the end.
     *
     * @param window how long a time the looks have to cover before a partition is called slow or stalled
     */
    static PartitionFlow of(PartitionId id, List<Look> looks, Duration window) {
        Look last = looks.getLast();
        Reason reason = reason(looks, window);
        return new PartitionFlow(
                id,
                last.log().first(),
                last.log().end(),
                last.next(),
                rates(looks),
                last.headroom(),
                last.log().end() - looks.getFirst().log().end(),
                reason == null ? Verdict.OK : reason.verdict(),
                reason,
                last.reading().reader());
    }

    private static @Nullable Reason reason(List<Look> looks, Duration window) {
        Look first = looks.getFirst();
        Look last = looks.getLast();
        if (!last.log().led()) {
            return Reason.NO_LEADER;
        }
        if (last.reading().reader() == null) {
            return Reason.NO_READER;
        }
        boolean caughtUp = looks.stream().anyMatch(look -> look.unread() == 0);
        boolean seenLongEnough = Duration.between(first.at(), last.at()).compareTo(window) >= 0;
        if (caughtUp || !seenLongEnough) {
            return null;
        }
        if (first.next() == last.next()) {
            return Reason.NO_PROGRESS;
        }
        boolean nearer = last.unread() < first.unread() || isSooner(last.behind(), first.behind());
        return nearer ? null : Reason.FALLS_BEHIND;
    }

    private static boolean isSooner(@Nullable Duration one, @Nullable Duration other) {
        return one != null && other != null && one.compareTo(other) < 0;
    }

    private static Rates rates(List<Look> looks) {
        Look first = looks.getFirst();
        Look last = looks.getLast();
        double seconds = Duration.between(first.at(), last.at()).toNanos() / 1e9;
        Duration behind = last.behind();
        return seconds == 0
                ? new Rates(0, 0, last.unread(), behind)
                : new Rates(
                        (last.log().end() - first.log().end()) / seconds,
                        Math.max(0, last.next() - first.next()) / seconds,
                        last.unread(),
                        behind);
    }

    /** Why a partition is not read as it should be. */
    public enum Reason {
        FALLS_BEHIND(Verdict.SLOW),
        NO_PROGRESS(Verdict.STALLED),
        NO_READER(Verdict.STOPPED),
        NO_LEADER(Verdict.STOPPED);

        private final Verdict verdict;

        Reason(Verdict verdict) {
            this.verdict = verdict;
        }

        public Verdict verdict() {
            return verdict;
        }

        /** What pages and commands call it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What was seen of a partition at one moment. */
    record Look(Instant at, Sighting.Log log, Sighting.Reading reading) {

        /** A group that never told begins with the oldest record. */
        long next() {
            return reading.next() == null ? log.first() : Math.max(reading.next(), log.first());
        }

        long unread() {
            return Math.max(0, log.end() - next());
        }

        @Nullable
        Duration behind() {
            if (unread() == 0) {
                return Duration.ZERO;
            }
            return reading.unreadSince() == null ? null : Duration.between(reading.unreadSince(), at);
        }

        /** At least so long: retention deletes a record together with younger ones. */
        @Nullable
        Duration headroom() {
            Duration kept = log.kept();
            Duration behind = behind();
            if (kept == null || behind == null || unread() == 0) {
                return null;
            }
            Duration left = kept.minus(behind);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}
