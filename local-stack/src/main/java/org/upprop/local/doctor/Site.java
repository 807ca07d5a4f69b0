package org.upprop.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.upprop.local.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the public address is this Upprop, with all of its services, and tells nobody else's secrets. */
record Site(URI url, Supplier<Witness> witnesses) implements Check {

    private static final String ABOUT = "site";

    /** How long an answer may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public List<Finding> findings() {
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(witnesses.get().context())
                .build()) {
            return findings(http);
        } catch (IOException away) {
            return List.of(Finding.wrong(
                    ABOUT,
                    "%s cannot be read.".formatted(url),
                    "Mend what is said above of its name and certificate."));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problem.underway("Interrupted");
        }
    }

    private List<Finding> findings(HttpClient http) throws IOException, InterruptedException {
        JsonNode intake = document(get(http, "/api/v1/openapi.json"));
        if (!intake.path("info").path("title").asString("").equals("Upprop intake")) {
            return List.of(Finding.wrong(
                    ABOUT,
                    "%s does not answer as Upprop.".formatted(url),
                    "See that its intake service runs behind it."));
        }
        return List.of(
                itself(intake.path("servers").path(0).path("url").asString("")),
                others(http),
                mailbox(get(http, "/mailbox/").statusCode()));
    }

    private Finding itself(String told) {
        return told.equals(url.toString())
                ? Finding.ok(ABOUT, "%s answers as Upprop.".formatted(url))
                : Finding.wrong(
                        ABOUT,
                        "%s is Upprop, and thinks that it is at %s.".formatted(url, told),
                        "Give all services UPPROP_PUBLIC_URL=%s.".formatted(url));
    }

    private Finding others(HttpClient http) throws IOException, InterruptedException {
        boolean verification = get(http, "/links").statusCode() == 200;
        boolean publication = get(http, "/api/v1/publication/openapi.json").statusCode() == 200;
        return verification && publication
                ? Finding.ok("services", "Intake, verification and publication answer there.")
                : Finding.wrong(
                        "services",
                        "%s does not answer there.".formatted(verification ? "Publication" : "Verification"),
                        "See that it runs, and that the proxy sends it its paths.");
    }

    private static Finding mailbox(int status) {
        return status == 200
                ? Finding.wrong(
                        "mailbox",
                        "Everybody can read the mailbox, and in it everybody's links.",
                        "Leave UPPROP_BIND at 127.0.0.1, and let the profile public stand before it.")
                : Finding.ok("mailbox", "It is not for the public.");
    }

    private HttpResponse<String> get(HttpClient http, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static JsonNode document(HttpResponse<String> answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException other) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
