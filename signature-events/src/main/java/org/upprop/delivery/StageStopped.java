package org.upprop.delivery;

/**
 * More records fail for unforeseen reasons than a bad record could explain: the stage stops rather than empty a topic. It
 * has no cause, since whoever logs it would log what the cause's message may quote.
 */
public final class StageStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StageStopped(int limitPerMinute) {
        super("More than " + limitPerMinute + " records a minute failed for unforeseen reasons");
    }
}
