package org.upprop.monitor.deadletter;

/** A dead letter and what has become of it. */
public record Listed(DeadLetter letter, Fate fate) {}
