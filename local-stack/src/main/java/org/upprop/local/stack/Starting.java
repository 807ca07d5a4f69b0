package org.upprop.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.upprop.local.Problem;

/** Parts on their way to being ready, each by its name. */
record Starting(Map<String, CompletableFuture<Void>> parts, Path logs, Console console) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(5);

    /** Returns when all of them are ready, and says meanwhile which are not. */
    void await() {
        CompletableFuture<Void> all = CompletableFuture.allOf(parts.values().toArray(CompletableFuture[]::new));
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!isDoneSoon(all)) {
                if (System.nanoTime() > end) {
                    throw Problem.underway(
                            "Not ready after %d s: %s; see %s".formatted(PATIENCE.toSeconds(), missing(), logs));
                }
                console.say("still waiting for " + missing());
            }
            all.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw Problem.underway("%s%nSee %s".formatted(problem.getMessage(), logs));
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.underway("Interrupted while the stack started");
        }
    }

    private String missing() {
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isDone())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static boolean isDoneSoon(CompletableFuture<Void> all) throws InterruptedException {
        try {
            all.get(NEWS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
