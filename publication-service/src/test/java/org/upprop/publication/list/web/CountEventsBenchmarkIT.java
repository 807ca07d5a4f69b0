package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.publication.list.ListUpdates;
import org.upprop.publication.list.LiveHeap;

/** What many who listen to a count cost the heap and the database, beside nobody. Both ends are in this process. */
@OnRealInfrastructure(properties = {"upprop.list.streams=4000", "upprop.list.look=500ms"})
@EnabledIfSystemProperty(named = "upprop.benchmark", matches = "true")
class CountEventsBenchmarkIT {

    private static final Logger LOG = LoggerFactory.getLogger(CountEventsBenchmarkIT.class);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int LISTENERS = 2_000;
    private static final int CHANGES = 60;

    private final AppealSlug appeal = Appeals.newSlug();
    private final AtomicLong heard = new AtomicLong();

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private AppealBook appeals;

    @Autowired
    private ListUpdates lists;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void costsTheDatabaseNothingForEachWhoListens() throws Exception {
        Appeals.publish(appeal, kafka, appeals);
        double alone = transactionsASecond();
        double before = LiveHeap.now();

        List<Socket> listeners = new ArrayList<>();
        for (int listener = 0; listener < LISTENERS; listener++) {
            listeners.add(listen());
        }
        await().atMost(LONG).until(() -> heard.get() >= LISTENERS);
        double first = LiveHeap.now();
        heard.set(0);
        double together = transactionsASecond();
        await().atMost(LONG).until(() -> heard.get() >= (long) LISTENERS * CHANGES / 2);
        double last = LiveHeap.now();
        for (Socket listener : listeners) {
            listener.close();
        }

        LOG.info(
                "{} listen: {} events heard; transactions a second {} with nobody, {} with all of them;"
                        + " live heap {} MiB with nobody, {} when all had come, {} a minute later",
                LISTENERS,
                heard,
                alone,
                together,
                before,
                first,
                last);
        assertThat(together).isLessThan(alone * 1.2);
        assertThat(last).isLessThan(first * 1.05);
    }

    /** While one name comes each second. */
    private double transactionsASecond() throws InterruptedException {
        long from = System.nanoTime();
        long before = transactions();
        for (int change = 0; change < CHANGES; change++) {
            lists.apply(List.of(AnEntry.of("Ada").on(appeal).listed()));
            Thread.sleep(1_000);
        }
        return (transactions() - before) / ((System.nanoTime() - from) / 1e9);
    }

    private long transactions() throws InterruptedException {
        Thread.sleep(1_500); // the server tells of them once a second
        return jdbc.sql("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private Socket listen() throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.getOutputStream()
                .write("GET /api/v1/appeals/%s/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .formatted(appeal)
                        .getBytes(StandardCharsets.US_ASCII));
        Thread.startVirtualThread(() -> hear(socket));
        return socket;
    }

    private void hear(Socket socket) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 256)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    heard.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            LOG.trace("Closed", closed);
        }
    }
}
