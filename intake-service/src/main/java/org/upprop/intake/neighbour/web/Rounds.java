package org.upprop.intake.neighbour.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.support.PeriodicTrigger;

/**
 * Rounds of asking, one after another: one that is due while the last still goes on is left out. A trigger sets them off,
 * since tasks with a fixed delay would share one thread and wait for each other; on virtual threads it does not wait for
 * the end of a round itself.
 */
public final class Rounds {

    private Rounds() {}

    /** @param every from the beginning of a round to that of the next */
    public static SchedulingConfigurer of(Runnable round, Duration every) {
        var going = new AtomicBoolean();
        return tasks -> tasks.addTriggerTask(
                () -> {
                    if (going.compareAndSet(false, true)) {
                        try {
                            round.run();
                        } finally {
                            going.set(false);
                        }
                    }
                },
                new PeriodicTrigger(every));
    }
}
