package org.upprop.intake.admission;

import java.time.Instant;

/**
 * One way through for one signature under one appeal. It is passed by a proof of work at once, or without one from
 * {@code readyAt} on.
 *
 * @param token what goes back with the answer; signed, so that no instance has to remember it
 * @param difficulty how many leading zero bits the proof must have
 * @param readyAt when its turn comes for those who cannot compute a proof
 */
public record Challenge(String token, int difficulty, Instant readyAt) {}
