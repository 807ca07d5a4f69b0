package org.upprop.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a process and all that it started come to an end. */
public final class Ending {

    private static final Duration ORDERLY_LIMIT = Duration.ofSeconds(20);
    private static final Duration FORCED_LIMIT = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /** In state Z with one thread left: as long as there are others, the process still has its files and ports. */
    private static final Pattern ZOMBIE = Pattern.compile(".*\\) Z (\\S+ ){16}1 .*", Pattern.DOTALL);

    private Ending() {}

    /**
     * Whether the process runs no more. The Java API counts one as alive until its parent has taken note of its end,
     * which the first process of a container may never do for those that it inherits.
     */
    public static boolean hasComeTo(ProcessHandle process) {
        return !process.isAlive() || isZombie(process);
    }

    /** By a signal, and by force where that takes too long. */
    static void orderly(ProcessHandle process, Signal signal) {
        var family = familyOf(process);
        // A paused process would look at the signal only when it is resumed.
        family.forEach(Signal.CONT::sendTo);
        signal.sendTo(process);
        if (!comesTo(process, ORDERLY_LIMIT)) {
            forced(process);
        }
    }

    static void forced(ProcessHandle process) {
        var family = familyOf(process);
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> comesTo(member, FORCED_LIMIT));
    }

    private static List<ProcessHandle> familyOf(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    /** Not cut short by an interrupt, which may be the very thing that asked for the end. */
    private static boolean comesTo(ProcessHandle process, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var interrupted = false;
        while (!hasComeTo(process) && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return hasComeTo(process);
    }

    /** Only Linux has the file; the name in it need not be text. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            var stat = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "stat"), StandardCharsets.ISO_8859_1);
            return ZOMBIE.matcher(stat).matches();
        } catch (IOException e) {
            return false;
        }
    }
}
