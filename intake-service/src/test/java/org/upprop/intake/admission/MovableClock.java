package org.upprop.intake.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when it is told to. */
final class MovableClock implements InstantSource {

    private Instant now = Instant.parse("2022-01-12T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void goOn(Duration time) {
        now = now.plus(time);
    }

    void goOnTo(Instant time) {
        now = time;
    }
}
