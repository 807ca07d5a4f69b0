package org.upprop.intake.admission;

import java.time.Duration;

/**
 * One limit of an address block, and what is left of it.
 *
 * @param name what the answer calls it
 * @param count how many there are within {@code window}
 * @param left how many of them are left
 * @param next when another one comes back at the latest
 */
public record Quota(String name, long count, Duration window, long left, Duration next) {}
