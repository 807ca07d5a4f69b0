package org.upprop.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.upprop.local.Problem;

/**
 * Whether whoever comes in the clear is sent to https.
 *
 * @param port where http answers, 80 for the public
 */
record PlainHttp(URI url, int port) implements Check {

    private static final String ABOUT = "http";

    /** How long an answer may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public List<Finding> findings() {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            URI address = URI.create("http://%s:%d/".formatted(url.getHost(), port));
            String location = http.send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElse("");
            return List.of(
                    location.startsWith(url + "/")
                            ? Finding.ok(ABOUT, "It leads to https.")
                            : Finding.wrong(
                                    ABOUT,
                                    "Port %d answers in the clear and does not lead to %s.".formatted(port, url),
                                    "Let the proxy redirect everything there."));
        } catch (IOException away) {
            return List.of(Finding.warning(
                    ABOUT,
                    "Port %d does not answer.".formatted(port),
                    "Open it: it leads those to https who type the address without, and many authorities look there"
                            + " before they give a certificate."));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problem.underway("Interrupted");
        }
    }
}
