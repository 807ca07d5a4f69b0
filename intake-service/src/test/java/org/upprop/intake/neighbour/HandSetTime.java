package org.upprop.intake.neighbour;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Time that passes when a test says so. */
public final class HandSetTime implements Ticker {

    private volatile long nanos;

    public void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long read() {
        return nanos;
    }
}
