package org.upprop.local.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.upprop.local.Problem;
import tools.jackson.core.JacksonException;

/** A running pipeline monitor. */
public final class Monitor {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String url;
    private final HttpRequest request;

    public Monitor(String url) {
        this.url = url.replaceFirst("/+$", "");
        request = request(this.url);
    }

    public Pipeline read() throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> Pipeline.of(answer.body());
                case 503 -> throw Problem.underway("The monitor at %s has not seen the broker yet.".formatted(url));
                default -> throw Problem.underway("%s answers %d.".formatted(url, answer.statusCode()));
            };
        } catch (IOException away) {
            throw Problem.underway("%s does not answer.".formatted(url));
        } catch (JacksonException other) {
            throw Problem.underway("What %s answers does not come from a pipeline monitor.".formatted(url));
        }
    }

    private static HttpRequest request(String url) {
        try {
            return HttpRequest.newBuilder(URI.create(url + "/api/v1/pipeline"))
                    .timeout(PATIENCE)
                    .build();
        } catch (IllegalArgumentException e) {
            throw Problem.beforehand("%s is no address of a monitor.".formatted(url));
        }
    }
}
