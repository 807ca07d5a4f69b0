package org.upprop.intake.admission;

import java.time.Instant;

/**
 * One way through for one signature under one appeal. It is passed by a proof of work at once, or without one from
 * {@code readyAt} on. What goes back is one text: the token alone from whoever has waited, or {@code token:nonce}, where the
 * nonce is a number of up to 16 digits that makes the SHA-256 of that whole text begin with {@code difficulty} zero bits.
 *
 * @param token what goes back with the answer; signed, so that no instance has to remember it
 * @param difficulty how many leading zero bits the proof must have; each doubles the work
 * @param readyAt when its turn comes for those who cannot compute a proof
 */
public record Challenge(String token, int difficulty, Instant readyAt) {

    /** More than this nobody could wait for. */
    static final int HARDEST = 26;
}
