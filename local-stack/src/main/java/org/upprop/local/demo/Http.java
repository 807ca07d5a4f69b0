package org.upprop.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.upprop.local.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services as anybody talks to them: an answer that was not hoped for ends the demonstration. */
final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    JsonNode getJson(String address) {
        return json.readTree(get(address));
    }

    /** Nothing where there is nothing, which may be not yet. */
    Optional<JsonNode> findJson(String address) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address)));
        return answer.statusCode() == 404
                ? Optional.empty()
                : Optional.of(json.readTree(hopedFor(200, answer).body()));
    }

    String get(String address) {
        return hopedFor(200, send(HttpRequest.newBuilder(URI.create(address)))).body();
    }

    JsonNode post(int hopedFor, String address, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        return json.readTree(hopedFor(hopedFor, send(request)).body());
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw Problem.underway("%s does not answer: %s".formatted(request.uri(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.underway("Interrupted");
        }
    }

    private static HttpResponse<String> hopedFor(int status, HttpResponse<String> answer) {
        if (answer.statusCode() == status) {
            return answer;
        }
        HttpRequest request = answer.request();
        throw Problem.underway("%s %s answered %d instead of %d: %s"
                .formatted(request.method(), request.uri().getPath(), answer.statusCode(), status, answer.body()));
    }
}
