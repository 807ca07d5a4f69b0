package org.upprop.infrastructure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** How a process and all that it started come to an end. */
final class Ending {

    private static final Duration ORDERLY_LIMIT = Duration.ofSeconds(20);
    private static final Duration FORCED_LIMIT = Duration.ofSeconds(10);

    private Ending() {}

    /** By a signal, and by force where that takes too long. */
    static void orderly(ProcessHandle process, Signal signal) {
        var family = familyOf(process);
        // A paused process would look at the signal only when it is resumed.
        family.forEach(Signal.CONT::sendTo);
        signal.sendTo(process);
        if (!ended(process, ORDERLY_LIMIT)) {
            forced(process);
        }
    }

    static void forced(ProcessHandle process) {
        var family = familyOf(process);
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> ended(member, FORCED_LIMIT));
    }

    private static List<ProcessHandle> familyOf(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    private static boolean ended(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
