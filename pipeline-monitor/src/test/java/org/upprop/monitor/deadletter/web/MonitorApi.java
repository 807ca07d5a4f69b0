package org.upprop.monitor.deadletter.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A monitor, as whoever holds a token asks it; the operator of the tests unless said. */
public final class MonitorApi {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String token;

    public MonitorApi(int port) {
        this(port, "a token of operators");
    }

    MonitorApi(int port, String token) {
        this.port = port;
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
        return send(request(path).GET());
    }

    public Answer post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
    }

    public record Answer(int status, JsonNode body) {}
}
