package org.upprop.local.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScreenTests {

    private static final String JSON = """
            {"asOf": "2022-01-12T09:00:07Z", "broker": "up", "verdict": "%s", "brokers": [], "stages": []}""";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicReference<String> verdict = new AtomicReference<>("ok");
    private final HttpServer server;
    private Thread following = new Thread();

    ScreenTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/pipeline", exchange -> {
            try (exchange) {
                byte[] body = JSON.formatted(verdict.get()).getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        following.interrupt();
        server.stop(0);
    }

    @Test
    void drawsInPlaceWhatTheMonitorTellsAndGoesOnWhileItIsAway() throws InterruptedException {
        Monitor monitor = new Monitor("http://localhost:" + server.getAddress().getPort());
        Pipeline first = monitor.read();
        following = Thread.startVirtualThread(() -> follow(monitor, first));
        awaitShown("\u001b[2J\u001b[HThe pipeline at 2022-01-12 09:00:07 UTC: ok\u001b[K\n\u001b[K\n");

        verdict.set("slow");
        awaitShown("\u001b[J\u001b[HThe pipeline at 2022-01-12 09:00:07 UTC: slow\u001b[K\n");

        server.stop(0);
        awaitShown(" does not answer. All above is as it was at 2022-01-12 09:00:07 UTC.\u001b[K\n\u001b[J");
    }

    private void follow(Monitor monitor, Pipeline first) {
        try {
            new Screen(new PrintStream(shown, true, UTF_8)).follow(monitor, first);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitShown(String text) {
        await().until(() -> shown.toString(UTF_8).contains(text));
    }
}
