package org.upprop.local.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.upprop.local.Problem;

/** How the demonstration waits for what takes its time. */
final class Patience {

    static final Duration LIMIT = Duration.ofSeconds(60);
    static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private Patience() {}

    static <T> T waitFor(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause(LOOK_EVERY);
        }
        throw Problem.underway("Waited %d s in vain for %s".formatted(LIMIT.toSeconds(), what));
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.underway("Interrupted");
        }
    }
}
