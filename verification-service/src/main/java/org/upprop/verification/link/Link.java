package org.upprop.verification.link;

import java.time.Instant;

/**
 * A link as it goes out.
 *
 * @param decidesUntil until when it decides what is undecided
 */
public record Link(Token token, Instant decidesUntil) {}
