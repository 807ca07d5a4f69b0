package org.upprop.monitor.deadletter.messaging;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.upprop.monitor.deadletter.web.MonitorApi;

/** A monitor that is a process of its own, so that it can be killed. */
final class OtherMonitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final MonitorApi api;

    private OtherMonitor(Process process, MonitorApi api) {
        this.process = process;
        this.api = api;
    }

    /** Starts one and waits until it knows the dead letters. */
    static OtherMonitor start(String broker, String... settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.upprop.monitor.PipelineMonitor",
                "--server.port=" + port,
                "--spring.kafka.bootstrap-servers=" + broker));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/other-monitor.log")))
                .start();
        OtherMonitor monitor = new OtherMonitor(process, new MonitorApi(port));
        await().atMost(PATIENCE).until(monitor.api::isReady);
        return monitor;
    }

    MonitorApi api() {
        return api;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As a crash. */
    void kill() {
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
