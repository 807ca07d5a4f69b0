package org.upprop.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Remembers which process works on a folder, so that a later start finds one that outlived its parent. */
record PidFile(Path path) {

    /** The start of a process is computed from the clock, which may have been set since. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    void write(ProcessHandle process) {
        try {
            Files.writeString(
                    path, "%d %d%n".formatted(process.pid(), startOf(process).toEpochMilli()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that was written here, if it still runs and its number was not given to another one meanwhile. */
    Optional<ProcessHandle> running() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            var parts = Files.readString(path).strip().split(" ");
            var started = Instant.ofEpochMilli(Long.parseLong(parts[1]));
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(Predicate.not(Ending::hasComeTo))
                    .filter(process ->
                            Duration.between(started, startOf(process)).abs().compareTo(CLOCK_TOLERANCE) <= 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Cut off while it was written: the machine went down, and the process with it.
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
