package org.upprop.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the operating system can tell a process; the Java API knows only two of them. */
public enum Signal {
    TERM,
    INT,
    STOP,
    CONT;

    void sendTo(ProcessHandle process) {
        if (!process.isAlive()) {
            return;
        }
        try {
            // Every shell has its own kill; the program of that name is missing from small systems.
            new ProcessBuilder("sh", "-c", "kill -\"$0\" \"$1\"", name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
