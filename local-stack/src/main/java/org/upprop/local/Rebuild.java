package org.upprop.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "rebuild",
        description = "Builds the public list anew from its topic, beside the one that is read meanwhile.")
final class Rebuild implements Callable<Integer> {

    private static final String PATH = "/api/v1/publication/rebuild";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newHttpClient();

    @Option(names = "--url", description = "One instance of the publication service: ${DEFAULT-VALUE}.")
    private String url = "http://localhost:8083";

    @Mixin
    private Token token = new Token();

    @Override
    public Integer call() throws InterruptedException {
        JsonNode progress = start();
        while (!progress.path("endedAt").isString()) {
            System.out.println(text(progress));
            Thread.sleep(PAUSE);
            progress = read(request().GET(), 200);
        }
        if (!progress.path("phase").asString().equals("done")) {
            throw Problem.underway("The rebuild failed, and the list stays as it is: %s"
                    .formatted(progress.path("failure").asString("")));
        }
        System.out.println(text(progress));
        return 0;
    }

    private JsonNode start() throws InterruptedException {
        return read(request().POST(BodyPublishers.noBody()), 202);
    }

    private static String text(JsonNode progress) {
        return String.format(
                Locale.ROOT,
                "%-10s %,d of %,d read, %,d a second; %,d refused",
                progress.path("phase").asString(),
                progress.path("read").asLong(),
                progress.path("length").asLong(),
                progress.path("perSecond").asLong(),
                progress.path("refused").asLong());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(url.replaceFirst("/+$", "") + PATH))
                .header("Authorization", "Bearer " + token.value())
                .timeout(PATIENCE);
    }

    private JsonNode read(HttpRequest.Builder request, int expected) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == expected) {
                return JsonMapper.shared().readTree(answer.body());
            }
            throw switch (answer.statusCode()) {
                case 401 -> Problem.beforehand("The token is not the operator's.");
                case 409 -> Problem.beforehand("A rebuild goes on already.");
                default -> Problem.underway("%s answers %d.".formatted(url, answer.statusCode()));
            };
        } catch (IOException away) {
            throw Problem.underway("%s does not answer.".formatted(url));
        }
    }
}
