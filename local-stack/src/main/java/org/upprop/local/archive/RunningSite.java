package org.upprop.local.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.upprop.local.Problem;

/** The services, as a browser reads them. */
final class RunningSite {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TRIES = 5;

    /** What is shown for longer was not asked of the database, which is away. */
    private static final long OLDEST_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();

    /** What is at an address. */
    Answer read(URI address) {
        HttpResponse<byte[]> answer = send(address);
        for (int tries = 1; tries < TRIES && isBusy(answer); tries++) {
            pause(answer.headers().firstValueAsLong("Retry-After").orElse(1));
            answer = send(address);
        }
        if (answer.statusCode() == 404) {
            throw Problem.beforehand("There is nothing at %s; is that the name of the appeal?".formatted(address));
        }
        if (answer.statusCode() != 200) {
            throw Problem.underway("%s answers %d.".formatted(address, answer.statusCode()));
        }
        if (answer.headers().firstValueAsLong("Age").orElse(0) > OLDEST_SECONDS) {
            throw Problem.underway("%s answers what it knew a while ago, as when its database is away. Try again later."
                    .formatted(address));
        }
        return new Answer(
                address, answer.body(), answer.headers().firstValue("ETag").orElse(""));
    }

    private HttpResponse<byte[]> send(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Cache-Control", "no-cache")
                    .timeout(PATIENCE)
                    .build();
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IllegalArgumentException invalid) {
            throw Problem.beforehand("%s is no address of a site.".formatted(address));
        } catch (IOException away) {
            throw Problem.underway("%s does not answer. Is the stack up?".formatted(address));
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private static boolean isBusy(HttpResponse<?> answer) {
        return answer.statusCode() == 503 || answer.statusCode() == 429;
    }

    static void pause(long seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private static Problem interrupted() {
        Thread.currentThread().interrupt();
        return Problem.underway("Interrupted");
    }

    /**
     * What was at an address.
     *
     * @param etag its validator, of the list's pages and files
     */
    record Answer(URI address, byte[] body, String etag) {

        /** The validator begins with the revisions of the list and of the appeal; how far both are known comes after. */
        private static final Pattern REVISIONS = Pattern.compile("(?:W/)?\"(\\p{XDigit}+-\\p{XDigit}+r?)-.*");

        Document page() {
            try {
                return Jsoup.parse(new ByteArrayInputStream(body), "UTF-8", address.toString());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        /** The state of the list that it shows. */
        String revisions() {
            Matcher revisions = REVISIONS.matcher(etag);
            if (!revisions.matches()) {
                throw Problem.underway("%s does not say which state of the list it shows.".formatted(address));
            }
            return revisions.group(1);
        }
    }
}
