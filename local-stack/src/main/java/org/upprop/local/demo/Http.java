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
import java.util.Set;
import org.upprop.local.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services as anybody talks to them: an answer that was not hoped for ends the demonstration. */
final class Http {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final Set<Integer> NOT_YET = Set.of(404, 503);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    JsonNode getJson(String address) {
        return json.readTree(get(address));
    }

    Optional<JsonNode> findJson(String address) {
        return find(address).map(json::readTree);
    }

    /** Nothing where there is nothing, which may be not yet, or where the service cannot know it yet. */
    Optional<String> find(String address) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address)));
        return NOT_YET.contains(answer.statusCode())
                ? Optional.empty()
                : Optional.of(hopedFor(200, answer).body());
    }

    private String get(String address) {
        return hopedFor(200, sendUntilServed(HttpRequest.newBuilder(URI.create(address))))
                .body();
    }

    JsonNode post(int hopedFor, String address, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        return json.readTree(hopedFor(hopedFor, sendUntilServed(request)).body());
    }

    /** Again and again where the service says when, as it does while something that it needs is away. */
    private HttpResponse<String> sendUntilServed(HttpRequest.Builder request) {
        long end = System.nanoTime() + Patience.LIMIT.toNanos();
        HttpResponse<String> answer = send(request);
        while (answer.statusCode() == 503 && System.nanoTime() < end) {
            Patience.pause(Duration.ofSeconds(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            answer = send(request);
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(ANSWER_LIMIT).build();
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
