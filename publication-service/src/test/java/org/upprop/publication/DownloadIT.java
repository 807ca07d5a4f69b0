package org.upprop.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
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

/** Downloads of a list that is longer than what the network holds on its way. */
@OnRealInfrastructure
@TestInstance(Lifecycle.PER_CLASS)
class DownloadIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int ORGANISATIONS = 30_000;
    private static final int AT_ONCE = 2_000;
    private static final int OF_THE_PUBLIC = 3;
    private static final String OF_ORGANISERS = "Authorization: Bearer a-token-of-organisers\r\n";

    private final AppealSlug appeal = Appeals.newSlug();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Socket> readers = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    AppealBook appeals;

    @Autowired
    ListUpdates lists;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void listMany() {
        Appeals.publish(appeal, kafka, appeals);
        String length = "x".repeat(180);
        for (int first = 0; first < ORGANISATIONS; first += AT_ONCE) {
            lists.apply(IntStream.range(first, first + AT_ONCE)
                    .mapToObj(number ->
                            AnEntry.ofOrganisation(length + number).on(appeal).listed())
                    .toList());
        }
    }

    @AfterEach
    void stopReading() throws IOException {
        for (Socket reader : readers) {
            reader.close();
        }
        readers.clear();
        await().atMost(LONG).until(() -> copies() == 0);
    }

    @Test
    void refusesWhoWouldBeOneTooManyAndKeepsAPlaceForTheOrganiser() throws Exception {
        for (int reader = 0; reader < OF_THE_PUBLIC; reader++) {
            assertThat(begin("")).contains("HTTP/1.1 200");
        }

        HttpResponse<String> refused = http.send(request(), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(begin(OF_ORGANISERS)).contains("HTTP/1.1 200");
        assertThat(begin(OF_ORGANISERS)).contains("HTTP/1.1 503");

        readers.removeFirst().close();
        await().atMost(LONG).until(() -> {
            HttpResponse<InputStream> answer = http.send(request(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode() == 200;
        });
    }

    @Test
    void breaksTheConnectionWhereTheDatabaseBreaksOff() throws Exception {
        begin("");

        jdbc.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where state = 'active' and query ilike 'copy (%' and pid <> pg_backend_pid()
                        """).query((row, number) -> row.getBoolean(1)).list();

        assertThatIsCutOff(readers.getFirst());
    }

    @Test
    void doesNotWaitForEverForWhoReadsSlowly() throws Exception {
        begin("");

        Thread.sleep(Duration.ofSeconds(11));

        assertThatIsCutOff(readers.getFirst());
    }

    /** A whole answer ends with a part of no length; one that ends otherwise is known to be none. */
    private static void assertThatIsCutOff(Socket reader) throws IOException {
        byte[] rest = rest(reader);
        assertThat(rest.length).isLessThan(ORGANISATIONS * 180);
        assertThat(new String(rest, StandardCharsets.UTF_8)).doesNotEndWith("0\r\n\r\n");
    }

    private static byte[] rest(Socket reader) throws IOException {
        try {
            return reader.getInputStream().readAllBytes();
        } catch (IOException reset) {
            return new byte[0];
        }
    }

    /** Reads the beginning of a download and then nothing more. */
    private String begin(String header) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8_192);
        socket.connect(new InetSocketAddress("localhost", port));
        readers.add(socket);
        socket.getOutputStream()
                .write("GET /api/v1/appeals/%s/signatories.csv HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                        .formatted(appeal, header)
                        .getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes(200), StandardCharsets.UTF_8);
    }

    private long copies() {
        return jdbc.sql("select count(*) from pg_stat_activity where state = 'active' and query ilike 'copy (%'")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/v1/appeals/%s/signatories.csv".formatted(port, appeal)))
                .build();
    }
}
