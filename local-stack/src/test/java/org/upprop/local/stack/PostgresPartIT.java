package org.upprop.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresPartIT {

    @TempDir
    private Path folder;

    private final int port = StackUnderTest.freePorts().postgres();

    @Test
    void leavesNoServerBehindWhenItCannotMakeADatabase() {
        // The server of a test that is root's passes through as another user.
        folder.toFile().setExecutable(true, false);
        Console console = new Console(new PrintStream(new ByteArrayOutputStream()), false);
        try (PartLog log = new PartLog("postgres", folder.resolve("postgres.log"), console, PartLog.EVERYTHING)) {
            PostgresPart part = new PostgresPart(folder.resolve("postgres"), port, List.of(""), "secret", log);

            assertThatThrownBy(part::start).hasStackTraceContaining("zero-length");

            assertThat(folder.resolve("postgres").resolve("process.pid")).doesNotExist();
        }
    }
}
