package org.upprop.verification.visit;

import java.time.Duration;

/** One place comes too often. */
public final class TooManyVisits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooManyVisits(Duration wait) {
        super("Too many visits");
        this.wait = wait;
    }

    /** Until it is welcome again, in whole seconds and never less than one. */
    public long seconds() {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
