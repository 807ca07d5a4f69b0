package org.upprop.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.upprop.local.Problem;
import tools.jackson.databind.JsonNode;

/** The services as a crowd reaches them: where nothing comes back, that is an answer too. */
final class Web {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    static HttpRequest.Builder to(String address) {
        try {
            return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
        } catch (IllegalArgumentException e) {
            throw Problem.beforehand("%s is no address.".formatted(address));
        }
    }

    static HttpRequest.Builder to(String address, JsonNode body) {
        return to(address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
    }

    Answer send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            long after = answer.headers().firstValueAsLong("Retry-After").orElse(PAUSE.toSeconds());
            return new Answer(answer.statusCode(), Duration.ofSeconds(after), answer.body());
        } catch (IOException nothing) {
            return new Answer(0, PAUSE, nothing.toString());
        }
    }

    /** What has to be there before anything is begun. */
    String read(HttpRequest.Builder request) throws InterruptedException {
        Answer answer = send(request);
        return switch (answer.status()) {
            case 200, 204 -> answer.body();
            case 0 -> throw Problem.beforehand("%s does not answer.".formatted(address(request)));
            default ->
                throw Problem.beforehand(
                        "%s answers %d: %s".formatted(address(request), answer.status(), answer.body()));
        };
    }

    private static URI address(HttpRequest.Builder request) {
        return request.build().uri();
    }
}
