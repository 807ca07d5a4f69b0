package org.upprop.verification.job;

import java.time.Duration;

/** Whose turn a job is. */
public interface Turns {

    /**
     * True for one of those who ask, and then for nobody until the time has passed. Whoever has the turn and ends before
     * its work is done leaves the rest for the next.
     */
    boolean take(String job, Duration every);
}
