package org.upprop.local.appeal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upprop.local.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The appeals of an intake service, as its organiser reads and writes them. */
public final class Intake {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String url;

    public Intake(String url) {
        this.url = url.replaceFirst("/+$", "");
    }

    /** The slugs of all appeals. */
    public List<String> slugs() {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address("")).GET());
        if (answer.statusCode() != 200) {
            throw refused(answer);
        }
        return json.readTree(answer.body()).path("items").findValuesAsString("slug");
    }

    /** The appeal as it stands, or nothing where there is none yet. */
    public Optional<Present> present(String slug) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address(slug)).GET());
        return switch (answer.statusCode()) {
            case 200 ->
                Optional.of(new Present(
                        answer.headers().firstValue("ETag").orElse("*"), (ObjectNode) json.readTree(answer.body())));
            case 404 -> Optional.empty();
            default -> throw refused(answer);
        };
    }

    /** Writes the appeal, where nobody else has meanwhile. */
    public void publish(AppealFolder appeal, Optional<Present> before, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(appeal.slug()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(appeal.body())));
        before.ifPresentOrElse(
                present -> request.header("If-Match", present.etag()), () -> request.header("If-None-Match", "*"));
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() == 412) {
            throw Problem.underway("Somebody else has changed the appeal meanwhile. Publish again to see what is new.");
        }
        if (answer.statusCode() / 100 != 2) {
            throw refused(answer);
        }
    }

    /** An appeal that is published, with the tag that tells whether it is still the same. */
    public record Present(String etag, ObjectNode body) {

        public int version() {
            return body.path("version").asInt();
        }

        /** Whether it is republished by a site whose pages at this origin may hold the form. */
        public boolean isEmbeddableAt(String origin) {
            return body.path("sources")
                    .valueStream()
                    .flatMap(source -> source.path("origins").valueStream())
                    .anyMatch(each -> origin.equals(each.asString()));
        }
    }

    private URI address(String slug) {
        try {
            return URI.create("%s/api/v1/appeals/%s".formatted(url, slug).replaceFirst("/$", ""));
        } catch (IllegalArgumentException e) {
            throw Problem.beforehand("%s/api/v1/appeals/%s is no address".formatted(url, slug));
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw Problem.underway("%s does not answer (%s). Is the stack up?".formatted(url, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.underway("Interrupted while waiting for " + url);
        }
    }

    private Problem refused(HttpResponse<String> answer) {
        return Problem.underway("The intake answered %d: %s".formatted(answer.statusCode(), readable(answer.body())));
    }

    private String readable(String problemDetails) {
        try {
            JsonNode problem = json.readTree(problemDetails);
            String errors =
                    problem.path("errors").valueStream().map(Intake::readable).collect(Collectors.joining());
            return problem.path("detail").asString(problem.path("title").asString("")) + errors;
        } catch (JacksonException e) {
            return problemDetails;
        }
    }

    /** Where a mistake is, what it is, and the code that it is known by; no place means the appeal as a whole. */
    private static String readable(JsonNode error) {
        String pointer = error.path("pointer").asString("");
        return "\n  %s: %s (%s)"
                .formatted(
                        pointer.isEmpty() ? "the appeal" : pointer,
                        error.path("detail").asString(""),
                        error.path("code").asString(""));
    }
}
