package org.upprop.infrastructure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A server process that never outlives the one that started it: a small guard beside it, which sees its own input end
 * when this JVM dies in whatever way, stops the server then.
 */
public final class Child {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final int LINES_KEPT = 20;

    /** A paused process takes a signal only after it was resumed. */
    private static final String GUARD =
            "cat >/dev/null; kill -\"$1\" \"$2\" 2>/dev/null; kill -CONT \"$2\" 2>/dev/null";

    private final String name;
    private final Signal stopSignal;
    private final PidFile pidFile;
    private final Consumer<String> output;
    private final Process process;
    private final Process guard;
    private final Predicate<String> readyLine;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    private Child(Launch launch, Consumer<String> output) throws IOException {
        this.name = launch.name();
        this.stopSignal = launch.stopSignal();
        this.pidFile = pidFileOf(launch.folder());
        this.readyLine = launch.readyLine();
        this.output = output;
        this.process = inOwnSession(launch.command(), launch).start();
        this.guard = inOwnSession(
                        List.of("sh", "-c", GUARD, "upprop-guard", stopSignal.name(), Long.toString(process.pid())),
                        launch)
                .start();
        pidFile.write(process.toHandle());
        process.onExit().thenAccept(_ -> guard.destroyForcibly());
        Thread.ofVirtual().name(name + "-output").start(this::readOutput);
    }

    /**
     * What to start and how.
     *
     * @param folder where it works, and where its process id is kept
     * @param environment changes the variables that this process hands down
     * @param stopSignal what makes the server stop in good order and at once
     * @param readyLine recognises the line of output that says that the server answers
     */
    public record Launch(
            String name,
            Path folder,
            List<String> command,
            Consumer<Map<String, String>> environment,
            Signal stopSignal,
            Predicate<String> readyLine) {}

    /** Stops what an earlier start left running on the folder, and says so. */
    public static void stopLeftover(String name, Path folder, Signal stopSignal, Consumer<String> output) {
        pidFileOf(folder).running().ifPresent(leftover -> {
            output.accept(
                    "Stopping the %s that an earlier start left running (process %d)".formatted(name, leftover.pid()));
            Ending.orderly(leftover, stopSignal);
        });
        pidFileOf(folder).delete();
    }

    /** Returns when the server has said that it is ready. */
    static Child start(Launch launch, Consumer<String> output) {
        var child = launch(launch, output);
        child.awaitReady();
        return child;
    }

    /** Returns at once: whether the server is ready is for the caller to find out. */
    public static Child launch(Launch launch, Consumer<String> output) {
        try {
            Files.createDirectories(launch.folder());
            return new Child(launch, output);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the " + launch.name(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return !Ending.hasComeTo(process.toHandle());
    }

    public CompletableFuture<Void> onExit() {
        return process.onExit().thenAccept(_ -> {});
    }

    /** Freezes the server and everything that it started: connections stay open and nothing answers. */
    public void pause() {
        // First the one that starts others.
        Signal.STOP.sendTo(process.toHandle());
        process.descendants().forEach(Signal.STOP::sendTo);
    }

    public void resume() {
        process.descendants().forEach(Signal.CONT::sendTo);
        Signal.CONT.sendTo(process.toHandle());
    }

    /** Ends the server as a crash would. */
    public void kill() {
        Ending.forced(process.toHandle());
    }

    /** Stops the server in good order, and by force where that takes too long. */
    public void stop() {
        Ending.orderly(process.toHandle(), stopSignal);
        pidFile.delete();
    }

    private void awaitReady() {
        process.onExit()
                .thenAccept(ended -> ready.completeExceptionally(
                        new IllegalStateException("it ended with code " + ended.exitValue())));
        try {
            ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw failedToStart(e);
        } catch (ExecutionException | TimeoutException e) {
            kill();
            throw failedToStart(e);
        }
    }

    private IllegalStateException failedToStart(Exception cause) {
        synchronized (lastLines) {
            var reason = cause.getCause() == null
                    ? cause.toString()
                    : cause.getCause().getMessage();
            return new IllegalStateException(
                    "The %s did not start: %s%n%s".formatted(name, reason, String.join("\n", lastLines)), cause);
        }
    }

    private void readOutput() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (readyLine.test(line)) {
                    ready.complete(null);
                } else {
                    keep(line);
                    output.accept(line);
                }
            }
        } catch (IOException e) {
            // The stream breaks when the process is killed; there is nothing more to read.
            return;
        }
    }

    private void keep(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.removeFirst();
            }
        }
    }

    private static PidFile pidFileOf(Path folder) {
        return new PidFile(folder.resolve("process.pid"));
    }

    private static ProcessBuilder inOwnSession(List<String> command, Launch launch) {
        var builder = new ProcessBuilder(OwnSession.of(command))
                .directory(launch.folder().toFile())
                .redirectErrorStream(true);
        launch.environment().accept(builder.environment());
        return builder;
    }
}
