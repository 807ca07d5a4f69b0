package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upprop.infrastructure.Ending;
import org.upprop.local.stack.Ports;
import org.upprop.local.stack.StackUnderTest;
import tools.jackson.databind.json.JsonMapper;

/** The commands as somebody at a terminal gives them, and what is left of their processes. */
class CommandIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Path JAR = Path.of("target", "local-stack.jar").toAbsolutePath();
    private static final int SIGTERM_EXIT = 128 + 15;

    /** What may be set in somebody's terminal for other reasons. */
    private static final Map<String, String> EXPORTED = Map.of(
            "UPPROP_PUBLIC_URL", "https://elsewhere.example",
            "MANAGEMENT_SERVER_PORT", "1",
            "SPRING_PROFILES_ACTIVE", "elsewhere",
            "SERVER_SERVLET_CONTEXT_PATH", "/elsewhere",
            "JAVA_TOOL_OPTIONS", "-Delsewhere=true",
            "JDK_JAVA_OPTIONS", "-Xmx512m");

    @TempDir
    private Path folder;

    private final Ports ports = StackUnderTest.freePorts();
    private final List<Command> commands = new ArrayList<>();

    /** The database server of a stack that is root's passes through as another user. */
    @BeforeEach
    void open() {
        folder.toFile().setExecutable(true, false);
    }

    @AfterEach
    void end() {
        commands.forEach(command -> command.process.destroyForcibly());
    }

    @Test
    void theDemoSucceedsAgainOnTheSameDataAndEveryNameOutlivesAKillAndAStop() throws Exception {
        Command killed = upprop("demo");
        killed.awaitOutput("Ctrl-C stops everything");
        assertThat(killed.output()).containsPattern("Republisher +http://localhost:" + ports.republisher() + "/\n");
        List<String> names = names();
        assertThat(names).hasSizeGreaterThan(12);
        killed.process.destroyForcibly();
        killed.assertNothingLeft();

        Command again = upprop("demo", "--once");
        assertThat(again.exitCode()).as(again.output()).isZero();
        again.assertNothingLeft();

        Command stopped = upprop("up");
        stopped.awaitOutput("everything is ready");
        assertThat(names()).isEqualTo(names);
        Command rebuilt = start("rebuild", "--url=http://localhost:" + ports.publication());
        assertThat(rebuilt.exitCode()).as(rebuilt.output()).isZero();
        assertThat(rebuilt.output()).containsPattern("done .* 0 refused");
        assertThat(names()).isEqualTo(names);
        stopped.process.destroy();
        assertThat(stopped.exitCode()).isEqualTo(SIGTERM_EXIT);
        stopped.assertNothingLeft();
    }

    @Test
    void aTakenPortIsNamedWithItsOptionAndNothingStarts() throws Exception {
        try (ServerSocket other = new ServerSocket(ports.publication(), 1, InetAddress.getLoopbackAddress())) {
            Command command = upprop("up");

            assertThat(command.exitCode()).isEqualTo(2);
            assertThat(command.output())
                    .contains("Port %d is already in use; choose another with --publication-port."
                            .formatted(other.getLocalPort()));
        }
    }

    private List<String> names() throws IOException, InterruptedException {
        URI list = URI.create("http://localhost:%d/api/v1/appeals/kazakhstan-2022/signatories?limit=100"
                .formatted(ports.publication()));
        String json = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                .body();
        return JsonMapper.shared().readTree(json).path("items").findValuesAsString("name");
    }

    private Command upprop(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.add("--intake-port=" + ports.intake());
        line.add("--verification-port=" + ports.verification());
        line.add("--publication-port=" + ports.publication());
        line.add("--monitor-port=" + ports.monitor());
        line.add("--kafka-port=" + ports.kafka());
        line.add("--postgres-port=" + ports.postgres());
        line.add("--smtp-port=" + ports.smtp());
        line.add("--mailbox-port=" + ports.mailbox());
        line.add("--republisher-port=" + ports.republisher());
        return start(line.toArray(String[]::new));
    }

    private Command start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dupprop.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-jar",
                JAR.toString()));
        line.addAll(List.of(arguments));
        line.add("--data=" + folder.resolve("data"));
        Path output = folder.resolve("output-%d.txt".formatted(commands.size()));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(EXPORTED);
        Process process = builder.start();
        Command command = new Command(process, output);
        commands.add(command);
        return command;
    }

    private static final class Command {

        private final Process process;
        private final Path output;
        private final Set<ProcessHandle> family = new HashSet<>();

        Command(Process process, Path output) {
            this.process = process;
            this.output = output;
        }

        int exitCode() {
            await().atMost(PATIENCE).until(() -> {
                remember();
                return !process.isAlive();
            });
            return process.exitValue();
        }

        void awaitOutput(String text) {
            await().atMost(PATIENCE).until(() -> {
                remember();
                return output().contains(text) || !process.isAlive();
            });
            assertThat(output()).contains(text);
        }

        /** Nobody is anybody's child any more once the parent is gone. */
        private void remember() {
            process.descendants().forEach(family::add);
        }

        String output() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void assertNothingLeft() {
            assertThat(family).hasSizeGreaterThanOrEqualTo(5);
            await().atMost(PATIENCE).until(() -> family.stream().allMatch(Ending::hasComeTo));
        }
    }
}
