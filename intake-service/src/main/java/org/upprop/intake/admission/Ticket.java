package org.upprop.intake.admission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the token of a challenge says. It says nothing about whom it was made for, because phones change networks while they
 * sign, and whoever has many addresses has a challenge for each of them anyway.
 *
 * @param cost how many turns were taken for it, to be given back where it is solved instead
 * @param turn when whoever waits may go on; null where the line was full, so that only a proof leads through
 */
record Ticket(UUID id, int difficulty, int cost, @Nullable Instant turn, Instant expiresAt) {

    boolean isReady(Instant now) {
        return turn != null && !now.isBefore(turn);
    }
}
