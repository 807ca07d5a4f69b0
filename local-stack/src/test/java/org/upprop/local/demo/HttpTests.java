package org.upprop.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upprop.local.Problem;
import tools.jackson.databind.node.JsonNodeFactory;

class HttpTests {

    private final Http http = new Http();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsNothingWhereAServiceCannotKnowYet() {
        String address = answering(503, 404, 200);

        assertThat(http.findJson(address)).isEmpty();
        assertThat(http.findJson(address)).isEmpty();
        assertThat(http.findJson(address)).isPresent();
    }

    @Test
    void triesAgainWhenItIsToldTo() {
        assertThat(http.post(202, answering(503, 503, 202), JsonNodeFactory.instance.objectNode()))
                .isNotNull();
    }

    @Test
    void takesNoOtherAnswerForTheOneHopedFor() {
        String address = answering(422, 202);

        assertThatThrownBy(() -> http.post(202, address, JsonNodeFactory.instance.objectNode()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("answered 422 instead of 202");
    }

    private String answering(Integer... statuses) {
        Iterator<Integer> next = Arrays.asList(statuses).iterator();
        server.createContext("/", exchange -> {
            byte[] body = {'{', '}'};
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(next.next(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }
}
