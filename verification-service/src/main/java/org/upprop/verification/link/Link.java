package org.upprop.verification.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link as it goes out.
 *
 * @param decidesUntil until when it decides what is undecided
 * @param code what can be typed instead; nothing in a mail that only reminds
 */
public record Link(
        Token token, Instant decidesUntil, @Nullable Code code) {}
