package org.upprop.local.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upprop.local.Problem;

/** What an archive does while its list changes: a site of two pages, one of which shows the list as it is by then. */
class AppealArchiveTests {

    private static final Instant NOON = Instant.parse("2022-02-01T12:00:00Z");

    private static final String LIST = """
            <html lang="sv"><title>Upprop</title><body><nav class="languages"><a lang="kk" hreflang="kk" href="?lang=kk">Қазақша</a></nav>
            <header><p class="count"><strong>%1$d</strong></p><a href="/appeals/upprop?lang=sv">Läs</a></header>
            <ul class="names"><li><p><bdi>Name %1$d</bdi></p></li></ul></body></html>
            """;
    private static final String APPEAL = """
            <html lang="sv"><body><header><p class="count"><strong>%d</strong></p></header>
            <a href="/appeals/upprop/signatories">Lista</a><a href="/appeals/upprop/privacy">Dina uppgifter</a></body></html>
            """;

    @TempDir
    private Path folder;

    private final AtomicInteger listRead = new AtomicInteger();
    private final List<String> said = new ArrayList<>();
    private volatile int changes;
    private HttpServer server;

    AppealArchiveTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        serve("/appeals/upprop/signatories", () -> LIST.formatted(stateAfter(listRead.getAndIncrement())));
        serve("/appeals/upprop", () -> APPEAL.formatted(stateAfter(listRead.get())));
        serve("/appeals/upprop/privacy", () -> "<a href='/links/upprop'>Länkar</a>");
        serve("/api/v1/appeals/upprop", () -> "{\"originalLocale\": \"sv\", \"closesAt\": \"2022-01-31T00:00:00Z\"}");
        serve("/api/v1/appeals/upprop/signatories.csv", () -> "name");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isOfOneStateHoweverOftenTheListChangesMeanwhile() throws IOException {
        changes = 6;

        archive().write(folder.resolve("list"), said::add);

        assertThat(said).filteredOn(line -> line.contains("changed")).isNotEmpty();
        assertThat(Files.readString(folder.resolve("list/sv/index.html"))).contains("Name 6", "/links/upprop?lang=sv");
        assertThat(Files.readString(folder.resolve("list/kk/index.html"))).contains("Name 6", "/links/upprop?lang=kk");
    }

    @Test
    void leavesNothingBehindWhereTheListNeverStandsStill() throws IOException {
        changes = Integer.MAX_VALUE;

        assertThatThrownBy(() -> archive().write(folder.resolve("list"), said::add))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("changed during each of 5 tries");

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void tellsWhetherTheAppealIsClosed() {
        assertThat(archive().isClosed()).isTrue();
        assertThat(AppealArchive.of("upprop", site(), InstantSource.fixed(NOON.minusSeconds(200_000)))
                        .isClosed())
                .isFalse();
    }

    private AppealArchive archive() {
        return AppealArchive.of("upprop", site(), InstantSource.fixed(NOON));
    }

    private URI site() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The list changes each time that it is read, as often as it is to. */
    private int stateAfter(int read) {
        return Math.min(read, changes);
    }

    private void serve(String path, Body body) {
        server.createContext(path, exchange -> {
            String tag = "\"%x-1-2-0-sv\"".formatted(stateAfter(listRead.get()));
            byte[] bytes = body.now().getBytes(UTF_8);
            exchange.getResponseHeaders().add("ETag", tag);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private interface Body {
        String now();
    }
}
