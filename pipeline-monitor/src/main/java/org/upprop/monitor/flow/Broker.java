package org.upprop.monitor.flow;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A broker of the cluster, as it was at the last look.
 *
 * @param answers whether it is in the cluster and answers
 * @param disk the disk that has the least left of those that its logs are on, as it told last; nothing if it never did
 */
public record Broker(int id, boolean answers, @Nullable Disk disk) {

    public State state() {
        if (disk != null && (disk.isFull() || !answers && disk.mayBeFullSoon())) {
            return State.DISK_FULL;
        }
        if (!answers) {
            return State.LOST;
        }
        return disk != null && disk.isLow() ? State.DISK_LOW : State.OK;
    }

    /** How a broker does, from the best to the worst. */
    public enum State {
        OK,
        /** Less than a tenth of the disk is free. */
        DISK_LOW,
        /**
         * The disk is full, or was when the broker was last heard of, or so nearly that it may have become so; a broker that
         * cannot write to any disk ends.
         */
        DISK_FULL,
        /** It is gone, or does not answer. */
        LOST;

        /** What pages, metrics and commands call it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A disk that logs are on.
     *
     * @param total bytes
     * @param free bytes that the broker may still write
     * @param failed whether the broker has given it up, as it does when a write fails
     */
    public record Disk(long total, long free, boolean failed) {

        /** With this little left a broker that fills it is about to end. */
        private static final double FULL = 0.01;

        private static final double LOW = 0.1;

        private static final Duration ASKED_AGAIN = Duration.ofSeconds(3);

        /** Bytes a second; brokers hardly fill a disk faster. */
        private static final double FASTEST = 500e6;

        boolean isFull() {
            return failed || free < total * FULL;
        }

        /** Before a broker is asked again, which ends when it cannot write. */
        boolean mayBeFullSoon() {
            return isLow() && lasts().compareTo(ASKED_AGAIN) < 0;
        }

        boolean isLow() {
            return free < total * LOW;
        }

        /** How long it takes to become full, at the least. */
        public Duration lasts() {
            return Duration.ofMillis((long) (Math.max(0, free - total * FULL) / FASTEST * 1_000));
        }

        /** The share that is free, from 0 to 1. */
        public double freeShare() {
            return total == 0 ? 0 : (double) free / total;
        }
    }
}
