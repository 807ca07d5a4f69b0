package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.upprop.appeal.AppealSlug;
import org.upprop.infrastructure.test.OnRealInfrastructure;

/** How soon the whole of a long list begins to come as a file, how fast it comes, and what is kept of it meanwhile. */
@OnRealInfrastructure(
        properties = {"upprop.export.longest=30m", "spring.datasource.hikari.data-source-properties.socketTimeout=600"})
@Import(LongLists.class)
@EnabledIfSystemProperty(named = "upprop.benchmark", matches = "true")
class DownloadBenchmarkIT {

    private static final Logger LOG = LoggerFactory.getLogger(DownloadBenchmarkIT.class);
    private static final int ENTRIES = Integer.getInteger("upprop.benchmark.entries", 1_000_000);
    private static final Duration SLOWLY = Duration.ofMinutes(2);
    private static final int LOOKS = 12;

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private LongLists topic;

    @LocalServerPort
    private int port;

    @Test
    void beginsWithinASecondAndKeepsNothing() throws Exception {
        AppealSlug appeal = topic.publish();
        topic.load(appeal, ENTRIES);
        long bytes = download(appeal);
        double[] heap = slowly(appeal, bytes);
        double perMinute = (heap[LOOKS - 1] - heap[0]) / heap[0] * 60 / SLOWLY.toSeconds();
        LOG.info(
                "{} names: live heap {} MiB at the beginning and {} at the end of {}, {} % a minute",
                ENTRIES, heap[0], heap[LOOKS - 1], SLOWLY, perMinute * 100);
        assertThat(perMinute).isLessThan(0.01);
    }

    private long download(AppealSlug appeal) throws IOException, InterruptedException {
        long from = System.nanoTime();
        HttpResponse<InputStream> answer = http.send(csv(appeal), BodyHandlers.ofInputStream());
        try (InputStream file = answer.body()) {
            long bytes = file.read() < 0 ? 0 : 1;
            double first = (System.nanoTime() - from) / 1e9;
            bytes += file.transferTo(OutputStream.nullOutputStream());
            double all = (System.nanoTime() - from) / 1e9;
            LOG.info("{} names, {} bytes: the first after {} s, the last after {} s", ENTRIES, bytes, first, all);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(first).isLessThan(1);
            return bytes;
        }
    }

    /** Reads at such a pace that it takes its time, and looks at the heap now and then, but not before it has warmed up. */
    private double[] slowly(AppealSlug appeal, long bytes) throws IOException, InterruptedException {
        double[] heap = new double[LOOKS];
        long part = bytes / (LOOKS + 1);
        try (InputStream file =
                http.send(csv(appeal), BodyHandlers.ofInputStream()).body()) {
            file.skipNBytes(part);
            for (int look = 0; look < LOOKS; look++) {
                heap[look] = LiveHeap.now();
                Thread.sleep(SLOWLY.dividedBy(LOOKS));
                file.skipNBytes(look == LOOKS - 1 ? bytes - part * LOOKS : part);
            }
            assertThat(file.read()).isNegative();
        }
        return heap;
    }

    private HttpRequest csv(AppealSlug appeal) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/v1/appeals/%s/signatories.csv".formatted(port, appeal)))
                .header("Authorization", "Bearer a-token-of-organisers")
                .build();
    }
}
