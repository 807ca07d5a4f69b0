package org.upprop.delivery;

/** More records fail for unforeseen reasons than a bad record could explain: the stage stops rather than empty a topic. */
public final class StageStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StageStopped(int limitPerMinute, Throwable cause) {
        super("More than " + limitPerMinute + " records a minute failed for unforeseen reasons", cause);
    }
}
