package org.upprop.intake.admission;

import java.time.Duration;

/**
 * One limit of an address block, and what is left of it.
 *
 * @param name what the answer calls it
 * @param count how many there are within {@code window}
 * @param left how many of them are left
 * @param full when all of them are back
 */
public record Quota(String name, long count, Duration window, long left, Duration full) {}
