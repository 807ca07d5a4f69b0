package org.upprop.monitor.deadletter;

/** What came of it that somebody wanted dead letters back. */
public sealed interface RedriveStart {

    /** They come back from now on. */
    record Begun(Redrive redrive) implements RedriveStart {}

    /** Another redrive goes on, here or in another monitor. */
    record Busy(Redrive other) implements RedriveStart {}

    /** None of those that were meant waits. */
    record Nothing() implements RedriveStart {}
}
