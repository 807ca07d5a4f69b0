package org.upprop.local.load;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the operator does for a peak that comes from one address: the limits of its appeal are wide until it is over. */
final class Operator {

    private static final int WIDEST = 100;

    /** Every service obeys a brake within two seconds. */
    private static final Duration UNTIL_OBEYED = Duration.ofSeconds(2);

    private final Web web;
    private final String monitor;
    private final String token;

    Operator(Web web, String monitor, String token) {
        this.web = web;
        this.monitor = monitor;
        this.token = token;
    }

    /** Limits that were wide already stay as they are, also when this is closed. */
    Widened widen(String slug) throws InterruptedException {
        boolean wide = JsonMapper.shared()
                .readTree(web.read(to("/api/v1/brakes")))
                .path("items")
                .valueStream()
                .filter(brake -> brake.path("brake").asString().equals("widen-limits"))
                .map(brake -> brake.path("appeal").asString(slug))
                .anyMatch(slug::equals);
        if (wide) {
            return () -> {};
        }
        String brake = "/api/v1/brakes/widen-limits/" + slug;
        web.read(to(brake)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"level\": %d}".formatted(WIDEST))));
        Thread taken = new Thread(() -> narrow(brake), "limits");
        Runtime.getRuntime().addShutdownHook(taken);
        Thread.sleep(UNTIL_OBEYED);
        return () -> {
            Runtime.getRuntime().removeShutdownHook(taken);
            narrow(brake);
        };
    }

    private void narrow(String brake) {
        try {
            if (web.send(to(brake).DELETE()).status() == 204) {
                return;
            }
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        }
        System.err.printf("The limits are still wide; take the brake widen-limits off at %s/brakes.%n", monitor);
    }

    /** How many records and submissions the monitor misses; nothing while some are on their way or it cannot tell. */
    Optional<Long> lost() throws InterruptedException {
        Answer answer = web.send(to("/api/v1/ledger"));
        if (answer.status() != 200) {
            return Optional.empty();
        }
        JsonNode ledger = JsonMapper.shared().readTree(answer.body());
        return ledger.path("inFlight").asLong() > 0
                ? Optional.empty()
                : Optional.of(ledger.path("lost").asLong());
    }

    private HttpRequest.Builder to(String path) {
        return Web.to(monitor + path).header("Authorization", "Bearer " + token);
    }

    /** Ends with the peak. */
    interface Widened extends AutoCloseable {
        @Override
        void close();
    }
}
