package org.upprop.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "token",
        description = "Makes tokens for people, lists them without the tokens themselves, and revokes them.",
        subcommands = {Tokens.Make.class, Tokens.ListAll.class, Tokens.Revoke.class})
final class Tokens {

    private Tokens() {}

    @Command(
            name = "make",
            description = {
                "Makes a token and prints it, once: nobody can show it again.",
                "Only the token goes to the standard output, so that a script can take it from there."
            })
    static final class Make implements Callable<Integer> {

        @Option(
                names = "--role",
                required = true,
                description = "What it is for: viewer, operator, organiser or reviewer.")
        private String role = "";

        @Option(
                names = "--holder",
                required = true,
                paramLabel = "NAME",
                description = "Whom it is for, as the record of what was done will name them:"
                        + " up to 40 letters, digits and the signs . _ -")
        private String holder = "";

        @Option(
                names = "--appeal",
                paramLabel = "SLUG",
                description = "Only for this appeal; once for each. Otherwise for all. Of organisers and reviewers.")
        private @Nullable List<String> appeals;

        @Option(names = "--days", paramLabel = "N", description = "After so many days it ends. Otherwise never.")
        private @Nullable Integer days;

        @Mixin
        private MonitorTokens tokens = new MonitorTokens();

        @Override
        public Integer call() throws InterruptedException {
            JsonNode made = tokens.make(wish());
            System.err.printf(
                    "The token %s of %s; keep it now, nobody can show it again:%n",
                    made.path("id").asString(), made.path("holder").asString());
            System.out.println(made.path("token").asString());
            return 0;
        }

        private ObjectNode wish() {
            ObjectNode wish = JsonMapper.shared().createObjectNode();
            wish.put("role", role).put("holder", holder);
            if (appeals != null) {
                appeals.forEach(wish.putArray("appeals")::add);
            }
            if (days != null) {
                wish.put("endsAt", Instant.now().plus(Duration.ofDays(days)).toString());
            }
            return wish;
        }
    }

    @Command(name = "list", description = "Lists the tokens that were made and not revoked, the newest first.")
    static final class ListAll implements Callable<Integer> {

        @Mixin
        private MonitorTokens tokens = new MonitorTokens();

        @Override
        public Integer call() throws InterruptedException {
            JsonNode items = tokens.all();
            if (items.isEmpty()) {
                System.out.println("Nobody was given a token.");
            }
            items.forEach(token -> System.out.println(line(token)));
            return 0;
        }

        private static String line(JsonNode token) {
            String appeals =
                    token.path("appeals").valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
            JsonNode endsAt = token.path("endsAt");
            return String.format(
                    Locale.ROOT,
                    "%-10s  %-9s  %-20s  %-24s  %-20s  %s",
                    token.path("id").asString(),
                    token.path("role").asString(),
                    token.path("holder").asString(),
                    endsAt.isString() ? "until " + endsAt.asString() : "until revoked",
                    "made " + token.path("madeAt").asString(),
                    appeals.isEmpty() ? "all appeals" : appeals);
        }
    }

    @Command(name = "revoke", description = "Revokes a token; every service refuses it within two seconds.")
    static final class Revoke implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "Which one, as upprop token list calls it.")
        private String id = "";

        @Mixin
        private MonitorTokens tokens = new MonitorTokens();

        @Override
        public Integer call() throws InterruptedException {
            tokens.revoke(id);
            System.out.println("Revoked.");
            return 0;
        }
    }

    /** The tokens of a running monitor. */
    static final class MonitorTokens {

        private static final String PATH = "/api/v1/tokens";
        private static final Duration PATIENCE = Duration.ofSeconds(20);

        private final HttpClient http = HttpClient.newHttpClient();

        @Option(names = "--monitor", paramLabel = "URL", description = "The pipeline monitor: ${DEFAULT-VALUE}.")
        private String url = "http://localhost:8084";

        @Mixin
        private Token token = new Token();

        JsonNode make(ObjectNode wish) throws InterruptedException {
            return JsonMapper.shared()
                    .readTree(ask(request("")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(wish.toString()))));
        }

        JsonNode all() throws InterruptedException {
            return JsonMapper.shared().readTree(ask(request("").GET())).path("items");
        }

        void revoke(String id) throws InterruptedException {
            if (!id.matches("[0-9a-z]+")) {
                throw Problem.beforehand("An id has small letters and digits; see upprop token list.");
            }
            ask(request("/" + id).DELETE());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(url.replaceFirst("/+$", "") + PATH + path))
                    .header("Authorization", "Bearer " + token.value())
                    .timeout(PATIENCE);
        }

        private String ask(HttpRequest.Builder request) throws InterruptedException {
            try {
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                return switch (answer.statusCode()) {
                    case 200, 201, 204 -> answer.body();
                    case 401, 403 -> throw Problem.beforehand("The token is not an operator's.");
                    case 404 -> throw Problem.beforehand("There is no such token; see upprop token list.");
                    case 422 -> throw Problem.beforehand(rule(answer.body()));
                    case 503 ->
                        throw Problem.underway(
                                "The broker does not answer the monitor; see upprop token list before you try again.");
                    default -> throw Problem.underway("%s answers %d.".formatted(url, answer.statusCode()));
                };
            } catch (IOException away) {
                throw Problem.underway("%s does not answer.".formatted(url));
            }
        }

        /** What is wrong with what was asked for, as the monitor says it. */
        private static String rule(String problem) {
            return JsonMapper.shared()
                    .readTree(problem)
                    .path("errors")
                    .path(0)
                    .path("detail")
                    .asString("");
        }
    }
}
