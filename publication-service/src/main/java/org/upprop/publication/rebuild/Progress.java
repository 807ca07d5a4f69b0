package org.upprop.publication.rebuild;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the last rebuild of this instance is.
 *
 * @param read how much of the topic was read, of the {@code length} that it has
 * @param refused records that cannot be read, or that the database refuses; they are not on the list
 * @param failure what ended it, if something did
 */
public record Progress(
        Phase phase,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long read,
        long length,
        long refused,
        @Nullable String failure) {

    /** What a rebuild is busy with. */
    public enum Phase {
        /** Nobody asked for one since this instance started. */
        NONE,
        /** Reads the topic into a list that nobody sees yet. */
        READING,
        /** Makes it ready to be read. */
        FINISHING,
        /** Puts it in the place of the old one. */
        SWITCHING,
        /** The new list is read; the old one waits for its last readers. */
        CLEANING,
        /** The new list is read. */
        DONE,
        /** The old list is read as before. */
        FAILED
    }

    static final Progress NONE = new Progress(Phase.NONE, null, null, 0, 0, 0, null);

    static Progress begun(Instant now) {
        return new Progress(Phase.READING, now, null, 0, 0, 0, null);
    }

    Progress in(Phase next) {
        return new Progress(next, startedAt, endedAt, read, length, refused, failure);
    }

    Progress at(long passed, long of, long more) {
        return new Progress(phase, startedAt, endedAt, passed, Math.max(passed, of), refused + more, failure);
    }

    Progress ended(Phase last, Instant now, @Nullable String why) {
        return new Progress(last, startedAt, now, read, length, refused, why);
    }

    /** How much is read a second, from the beginning on. */
    public long perSecond(Instant now) {
        if (startedAt == null) {
            return 0;
        }
        Duration taken = Duration.between(startedAt, endedAt == null ? now : endedAt);
        return read * 1000 / Math.max(1, taken.toMillis());
    }
}
