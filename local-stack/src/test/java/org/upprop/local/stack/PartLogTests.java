package org.upprop.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartLogTests {

    private static final List<String> LINES = List.of(
            "2026-07-22T10:00:00.123+02:00  INFO 4711 --- [intake] [main] o.u.Intake : started",
            "2026-07-22T10:00:01.123+02:00  WARN 4711 --- [intake] [main] o.u.Intake : slow",
            "java.lang.IllegalStateException: why",
            "\tat org.upprop.Somewhere",
            "2026-07-22T10:00:02.123+02:00  INFO 4711 --- [intake] [main] o.u.Intake : no ERROR here");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(terminal), false);

    @Test
    void showsWarningsWithTheirReasonsAndKeepsEverything() throws IOException {
        Path file = folder.resolve("intake.log");

        try (PartLog log = new PartLog("intake", file, console, "WARN|ERROR")) {
            LINES.forEach(log);
        }

        assertThat(terminal.toString().lines())
                .containsExactly("intake       | " + LINES.get(1), "intake       | " + LINES.get(2));
        assertThat(Files.readAllLines(file)).isEqualTo(LINES);
    }

    @Test
    void showsEverythingWhenAsked() {
        try (PartLog log = new PartLog("intake", folder.resolve("intake.log"), console, PartLog.EVERYTHING)) {
            LINES.forEach(log);
        }

        assertThat(terminal.toString().lines()).hasSameSizeAs(LINES);
    }

    @Test
    void recognisesTheLevelsOfTheBrokerAndTheDatabaseServer() {
        try (PartLog log = new PartLog("postgres", folder.resolve("postgres.log"), console, "WARN|FATAL")) {
            log.accept("2026-07-22 08:00:00.123 UTC [77] LOG:  starting");
            log.accept("2026-07-22 08:00:00.124 UTC [77] FATAL:  the database system is shutting down");
            log.accept("2026-07-22T08:00:00.125Z WARN  KafkaRaftServer: something");
        }

        assertThat(terminal.toString().lines()).hasSize(2);
    }

    @Test
    void isSilentOnTheConsoleOnceMuted() {
        try (PartLog log = new PartLog("intake", folder.resolve("intake.log"), console, PartLog.EVERYTHING)) {
            log.mute();
            LINES.forEach(log);
        }

        assertThat(terminal.toString()).isEmpty();
    }
}
