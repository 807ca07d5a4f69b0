package org.upprop.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTests {

    @TempDir
    Path folder;

    private PidFile file;

    @BeforeEach
    void name() {
        file = new PidFile(folder.resolve("process.pid"));
    }

    @Test
    void findsTheProcessThatItRemembers() {
        file.write(ProcessHandle.current());

        assertThat(file.running()).contains(ProcessHandle.current());
    }

    @Test
    void findsNoneWhereNoneWasWritten() {
        assertThat(file.running()).isEmpty();
    }

    @Test
    void isNotFooledByANumberThatWasGivenToAnotherProcess() throws Exception {
        var earlier =
                ProcessHandle.current().info().startInstant().orElseThrow().minus(Duration.ofMinutes(1));
        Files.writeString(
                file.path(), "%d %d%n".formatted(ProcessHandle.current().pid(), earlier.toEpochMilli()));

        assertThat(file.running()).isEmpty();
    }

    @Test
    void takesAFileThatWasCutOffForNone() throws Exception {
        Files.writeString(file.path(), "12");

        assertThat(file.running()).isEmpty();
    }
}
