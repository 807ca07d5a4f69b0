package org.upprop.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upprop.local.stack.DataFolder;
import org.upprop.local.stack.Ports;

class AddressesTests {

    private static final int REPUBLISHER = 8085;

    @TempDir
    private Path data;

    private String sources = "[]";
    private HttpServer intake;

    @BeforeEach
    void anIntakeWithTheSample() throws IOException {
        intake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        intake.createContext(
                "/api/v1/appeals", exchange -> answer(exchange, "{\"items\": [{\"slug\": \"kazakhstan-2022\"}]}"));
        intake.createContext(
                "/api/v1/appeals/kazakhstan-2022",
                exchange -> answer(exchange, "{\"version\": 1, \"sources\": " + sources + "}"));
        intake.start();
    }

    @AfterEach
    void close() {
        intake.stop(0);
    }

    @Test
    void leadToTheRepublisherWhereItsFormIsWelcome() throws IOException {
        sources = """
                [{"id": "another", "origins": []}, {"id": "gryning", "origins": ["http://localhost:8085"]}]""";

        assertThat(addresses()).contains("http://localhost:8085/");
    }

    @Test
    void leadToNoFormThatIsRefused() throws IOException {
        sources = """
                [{"id": "gryning", "origins": ["https://gryning.example", "http://localhost:9085"]}]""";

        assertThat(addresses()).contains("kazakhstan-2022/signatories").doesNotContain("Republisher");
    }

    @Test
    void sayWhoseTheTokenIs() throws IOException {
        assertThat(addresses()).contains("(the organiser's, the reviewer's and the operator's; also in ");
    }

    @Test
    void leadToTheMonitor() throws IOException {
        assertThat(addresses()).containsPattern("Pipeline +http://localhost:3/\\R");
    }

    private String addresses() throws IOException {
        try (DataFolder folder = DataFolder.take(data)) {
            return Addresses.of(new Ports(intake.getAddress().getPort(), 1, 2, 3, 4, 5, 6, 7, REPUBLISHER), folder);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
