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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "redrive",
        description = {
            "Sends dead letters on their way again, and shows how far that is.",
            "It goes on in the monitor if this command is ended; --cancel ends it."
        })
final class Redrive implements Callable<Integer> {

    private static final String PATH = "/api/v1/redrives";
    private static final String CURRENT = PATH + "/current";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newHttpClient();

    @Option(names = "--monitor", paramLabel = "URL", description = "The pipeline monitor: ${DEFAULT-VALUE}.")
    private String url = "http://localhost:8084";

    @Option(names = "--reason", description = "Those that were set aside for this reason, such as APPEAL_UNKNOWN.")
    private @Nullable String reason;

    @Option(names = "--topic", description = "Those of this topic, such as signatures.submitted.v1.")
    private @Nullable String topic;

    @Option(names = "--all", description = "All that wait.")
    private boolean all;

    @Option(
            names = "--per-second",
            paramLabel = "N",
            description = "So many a second at most; else as the monitor is set.")
    private @Nullable Integer perSecond;

    @Option(names = "--dry-run", description = "Show how many that would be, and change nothing.")
    private boolean dryRun;

    @Option(names = "--cancel", description = "End the redrive that goes on; what is left waits.")
    private boolean cancel;

    @Mixin
    private Token token = new Token();

    @Override
    public Integer call() throws InterruptedException {
        JsonNode answer = cancel ? read(request(CURRENT).DELETE()) : read(start());
        if (!answer.has("state")) {
            System.out.print(counts(answer));
            return 0;
        }
        while (answer.path("state").asString().equals("running")) {
            System.out.println(text(answer));
            Thread.sleep(PAUSE);
            answer = read(request(CURRENT).GET());
        }
        System.out.println(text(answer));
        return 0;
    }

    private HttpRequest.Builder start() {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        if (reason != null) {
            body.put("reason", reason);
        }
        if (topic != null) {
            body.put("topic", topic);
        }
        if (all) {
            body.put("all", true);
        }
        if (perSecond != null) {
            body.put("perSecond", perSecond);
        }
        body.put("dryRun", dryRun);
        return request(PATH).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
    }

    private static String text(JsonNode redrive) {
        return String.format(
                Locale.ROOT,
                "%-10s %,d of %,d are on their way again, %,d wait",
                redrive.path("state").asString(),
                redrive.path("done").asLong(),
                redrive.path("count").asLong(),
                redrive.path("left").asLong());
    }

    private static String counts(JsonNode preview) {
        StringBuilder text = new StringBuilder();
        preview.path("counts")
                .forEach(part -> text.append(String.format(
                        Locale.ROOT,
                        "%-26s %-20s %,9d%n",
                        part.path("topic").asString(),
                        part.path("reason").asString(),
                        part.path("count").asLong())));
        return text.append(String.format(
                        Locale.ROOT, "%,d in all%n", preview.path("count").asLong()))
                .toString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url.replaceFirst("/+$", "") + path))
                .header("Authorization", "Bearer " + token.value())
                .timeout(PATIENCE);
    }

    private JsonNode read(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200, 202 -> JsonMapper.shared().readTree(answer.body());
                case 401, 403 -> throw Problem.beforehand("The token is not the operator's.");
                case 404 -> throw Problem.beforehand("No redrive goes on.");
                case 409 -> throw Problem.beforehand("Another redrive goes on; wait for its end, or use --cancel.");
                case 422 -> throw Problem.beforehand(rule(answer.body()));
                case 503 ->
                    throw Problem.underway("The broker does not answer the monitor; look before you try again.");
                default -> throw Problem.underway("%s answers %d.".formatted(url, answer.statusCode()));
            };
        } catch (IOException away) {
            throw Problem.underway("%s does not answer.".formatted(url));
        }
    }

    /** What is wrong with what was asked for, as the monitor says it. */
    private static String rule(String problem) {
        JsonNode error = JsonMapper.shared().readTree(problem).path("errors").path(0);
        return error.path("pointer").asString("").isEmpty()
                ? "Say which: --reason or --topic or both, or --all."
                : "--%s: %s"
                        .formatted(
                                error.path("pointer").asString("").substring(1).replace("perSecond", "per-second"),
                                error.path("detail").asString(""));
    }
}
