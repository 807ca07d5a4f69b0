package org.upprop.monitor.deadletter.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.MonitorUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A monitor, as whoever holds a token asks it; the operator of the tests unless said. */
public final class MonitorApi {

    private final MonitorUnderTest monitor;
    private final String token;

    public MonitorApi(int port) {
        this(port, "a token of operators");
    }

    MonitorApi(int port, String token) {
        monitor = new MonitorUnderTest(port);
        this.token = token;
    }

    /** Whether it knows the dead letters. */
    public boolean isReady() throws InterruptedException {
        try {
            return get("/api/v1/dead-letters").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return ask("GET", path, null);
    }

    public Answer post(String path, String json) throws IOException, InterruptedException {
        return ask("POST", path, json);
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return ask("DELETE", path, null);
    }

    private Answer ask(String method, String path, @Nullable String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = monitor.api(method, path, token, json);
        return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
    }

    public record Answer(int status, JsonNode body) {}
}
