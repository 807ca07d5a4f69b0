package org.upprop.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the command does with what a monitor answers. */
@ExtendWith(OutputCaptureExtension.class)
class TopicsTests {

    private HttpServer monitor;
    private int status = 200;
    private String answer = "";

    TopicsTests() throws IOException {
        monitor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        monitor.createContext("/api/v1/pipeline", exchange -> {
            try (exchange) {
                byte[] body = answer.getBytes(UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        monitor.start();
    }

    @AfterEach
    void stop() {
        monitor.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"up, ok, 0", "up, slow, 0", "up, stalled, 1", "up, stopped, 1", "up, unheard-of, 1", "away, ok, 1"})
    void endsAsScriptsNeedIt(String broker, String verdict, int exitCode, CapturedOutput output) {
        answer = """
                {"asOf":"2022-01-12T09:00:07Z", "broker":"%s", "verdict":"%s", "brokers":[], "stages":[], "more":1}""".formatted(broker, verdict);

        assertThat(topics("--once")).isEqualTo(exitCode);
        assertThat(output.getOut()).contains("2022-01-12 09:00:07 UTC").doesNotContain("{");
        assertThat(topics("--json")).isEqualTo(exitCode);
        assertThat(output.getOut()).endsWith(answer + "\n");
    }

    @Test
    void saysThatTheMonitorKnowsNothingYet(CapturedOutput output) {
        status = 503;

        assertThat(topics("--once")).isEqualTo(1);
        assertThat(output.getErr().lines())
                .containsExactly("The monitor at %s has not seen the broker yet.".formatted(address()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "[]", ""})
    void noticesThatItIsNoMonitor(String other, CapturedOutput output) {
        answer = other;

        assertThat(topics("--once")).isEqualTo(1);
        assertThat(output.getErr().lines())
                .containsExactly("What %s answers does not come from a pipeline monitor.".formatted(address()));
    }

    @Test
    void saysThatNobodyAnswers(CapturedOutput output) {
        monitor.stop(0);

        assertThat(topics()).isEqualTo(1);
        assertThat(output.getErr().lines()).containsExactly("%s does not answer.".formatted(address()));
    }

    @Test
    void refusesWhatIsNoAddress(CapturedOutput output) {
        assertThat(Upprop.execute("topics", "--monitor", "localhost:8084")).isEqualTo(2);
        assertThat(output.getErr().lines()).containsExactly("localhost:8084 is no address of a monitor.");
    }

    @Test
    void explainsItself(CapturedOutput output) {
        assertThat(Upprop.execute("topics", "--help")).isZero();
        assertThat(output).contains("upprop topics", "--monitor", "http://localhost:8084", "--once", "--json");
    }

    private int topics(String... options) {
        String[] command = new String[options.length + 2];
        command[0] = "topics";
        command[1] = "--monitor=" + address() + "/";
        System.arraycopy(options, 0, command, 2, options.length);
        return Upprop.execute(command);
    }

    private String address() {
        return "http://localhost:" + monitor.getAddress().getPort();
    }
}
