package org.upprop.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledParentIT {

    @TempDir
    Path folder;

    @Test
    void leavesNoServerBehind() throws Exception {
        // The database server of a parent that is root passes through as another user.
        folder.toFile().setExecutable(true, false);
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var children = childrenOf(parent);
        assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).until(() -> children.stream().allMatch(Ending::hasComeTo));
    }

    private static List<ProcessHandle> childrenOf(Process parent) throws Exception {
        var children = new ArrayList<ProcessHandle>();
        var lines = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null && children.size() < 2; line = lines.readLine()) {
            if (line.startsWith("pid ")) {
                ProcessHandle.of(Long.parseLong(line.substring(4))).ifPresent(children::add);
            }
            if (children.size() == 2) {
                break;
            }
        }
        return children;
    }

    /** Starts both servers and waits to be killed. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            var broker = KafkaBroker.start(folder.resolve("kafka"), 0, System.out::println);
            var postgres = PostgresServer.start(folder.resolve("postgres"), 0, System.out::println);
            System.out.println("pid " + broker.pid());
            System.out.println("pid " + postgres.pid());
            Thread.currentThread().join();
        }
    }
}
