package org.upprop.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.local.Problem;
import org.upprop.local.stack.Part.Running;

/**
 * A part that is started again when it dies: at once the first time, ever later when it keeps dying. What dies three
 * times before it was ever ready is given up.
 */
final class Supervised {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final int TRIES_TO_BECOME_READY = 3;

    private final Part part;
    private final Console console;
    private volatile boolean wanted;
    private volatile @Nullable Running running;
    private @Nullable Thread keeper;

    Supervised(Part part, Console console) {
        this.part = part;
        this.console = console;
    }

    String name() {
        return part.name();
    }

    Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    void stopLeftover() {
        part.stopLeftover();
    }

    /** Begins to keep the part running; what comes back is done when it is ready. */
    synchronized CompletableFuture<Void> start() {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        wanted = true;
        keeper = Thread.ofVirtual().name("keeper-of-" + name()).start(() -> keep(ready));
        return ready;
    }

    /** Stops the part and keeps it stopped until it is started. */
    synchronized void stop() {
        Thread present = keeper;
        if (present == null) {
            return;
        }
        wanted = false;
        present.interrupt();
        try {
            present.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keeper = null;
    }

    private void keep(CompletableFuture<Void> ready) {
        Duration pause = FIRST_PAUSE;
        int triesLeft = TRIES_TO_BECOME_READY;
        try {
            while (true) {
                Instant start = Instant.now();
                String end = live(ready);
                boolean settled = Duration.between(start, Instant.now()).compareTo(SETTLED) > 0;
                pause = settled ? FIRST_PAUSE : pause;
                if (!ready.isDone() && --triesLeft == 0) {
                    ready.completeExceptionally(Problem.underway("%s %s".formatted(name(), end)));
                    return;
                }
                console.say("%s %s; starting it again in %.1f s".formatted(name(), end, pause.toMillis() / 1000.0));
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            // The only one who interrupts this thread is stop(), which waits for its end.
            ready.completeExceptionally(Problem.underway("%s was stopped before it was ready".formatted(name())));
        } catch (RuntimeException | Error e) {
            String failure = "%s is given up: %s".formatted(name(), reasons(e));
            console.say(failure);
            ready.completeExceptionally(Problem.underway(failure));
        }
    }

    /** From one start to its end, of which it tells how it came about. */
    private String live(CompletableFuture<Void> ready) throws InterruptedException {
        Running life;
        try {
            life = part.start();
        } catch (RuntimeException e) {
            if (!wanted) {
                throw new InterruptedException();
            }
            return "did not start: " + reasons(e);
        }
        running = life;
        try {
            boolean announced = false;
            while (wanted && life.isAlive()) {
                if (!announced && life.isReady()) {
                    console.say(name() + (ready.isDone() ? " is ready again" : " is ready"));
                    ready.complete(null);
                    announced = true;
                }
                Thread.sleep(LOOK_EVERY);
            }
            if (!wanted) {
                throw new InterruptedException();
            }
            return "ended (process %d)".formatted(life.pid());
        } finally {
            running = null;
            life.stop();
        }
    }

    private static String reasons(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> Objects.requireNonNullElse(cause.getMessage(), cause.toString()))
                .map(String::strip)
                .collect(Collectors.joining(": "));
    }
}
