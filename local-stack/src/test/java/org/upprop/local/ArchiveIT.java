package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.upprop.local.browser.InBrowser;
import org.upprop.local.browser.Looks;
import org.upprop.local.browser.Visitors;
import org.upprop.local.stack.Ports;
import org.upprop.local.stack.StackUnderTest;
import tools.jackson.databind.JsonNode;

/** An appeal that is over, archived by the real command, and put on another web server. */
@InBrowser
@ExtendWith(StackUnderTest.Shared.class)
class ArchiveIT {

    private static final Path JAR = Path.of("target", "local-stack.jar").toAbsolutePath();
    private static final List<String> LANGUAGES = List.of("en", "sv", "ru", "kk", "ar");
    private static final int RELEASED = 150;

    @TempDir
    private Path folder;

    private final Ports ports;
    private final String token;
    private final Campaign campaign;
    private final Map<String, Document> pages = new LinkedHashMap<>();
    private HttpServer server;

    ArchiveIT(StackUnderTest stack) throws IOException {
        this.ports = stack.ports();
        this.token = stack.token();
        this.campaign = Campaign.publishedIn(ports, token);
        this.server = HttpServer.create();
    }

    @BeforeEach
    void serve() {
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.toAbsolutePath(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isTheWholeListInEachLanguageAndNeedsNoServiceBehindIt(Visitors visitors) throws Exception {
        new ListedNames(ports, campaign.slug()).release(RELEASED);
        campaign.sign(Campaign.person("Stays Here", "stays@example.org"), "full");
        campaign.sign(Campaign.person("Not Seen", "not-seen@example.org"), "hidden");
        campaign.sign(Campaign.person("Was Withdrawn", "withdrawn@example.org"), "full");
        campaign.awaitCount("total", RELEASED + 3);
        campaign.withdraw(campaign.linkSentTo("withdrawn@example.org"));
        campaign.awaitCount("total", RELEASED + 2);
        campaign.close(token);

        Said archived = archive(campaign.slug(), "--to=" + folder.resolve("list"));

        assertThat(archived.exitCode()).as(archived.output()).isZero();
        assertThat(archived.output()).contains("Archived: ");
        follow("list/index.html");
        List<String> names = publicNames();
        assertThat(names).hasSize(RELEASED + 1).contains("Stays Here");
        for (String language : LANGUAGES) {
            assertThat(pages).containsKeys("list/%s/appeal.html".formatted(language));
            assertThat(List.of(page(language, "index"), page(language, "2")))
                    .as(language)
                    .flatExtracting(
                            page -> page.select(".names li > p:first-child bdi").eachText())
                    .containsExactlyInAnyOrderElementsOf(names);
        }
        pages.values().forEach(this::needsNothing);
        assertThat(Files.readString(folder.resolve("list/signatories.csv")))
                .contains("Union of")
                .doesNotContain("Stays Here");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("Withdrawn", "Not Seen"));
        }
        for (String language : LANGUAGES) {
            look(visitors, "list/%s/index.html".formatted(language), language, 360, ColorScheme.LIGHT);
        }
        for (String language : List.of("sv", "ar")) {
            look(visitors, "list/%s/2.html".formatted(language), language + "-2", 1280, ColorScheme.DARK);
            look(visitors, "list/%s/appeal.html".formatted(language), language + "-appeal", 1280, ColorScheme.LIGHT);
        }
        Page front = visitors.visitor();
        front.navigate(address("list/"));
        front.waitForURL("**/list/en/index.html");
    }

    @Test
    void saysWhyItWritesNothing() throws Exception {
        Path taken =
                Files.writeString(Files.createDirectory(folder.resolve("taken")).resolve("file"), "something");

        assertThat(archive(campaign.slug(), "--to=" + folder.resolve("open")))
                .isEqualTo(new Said(
                        2,
                        "%s still takes signatures. Archive it once it is closed, or as it is now with --open.\n"
                                .formatted(campaign.slug())));
        assertThat(archive("no-such-appeal", "--to=" + folder.resolve("open")).output())
                .startsWith("There is nothing at http://localhost:%d/appeals/no-such-appeal/signatories"
                        .formatted(ports.publication()));
        assertThat(archive(campaign.slug(), "--open", "--to=" + taken.getParent()))
                .isEqualTo(new Said(
                        2, "%s is not empty; choose another folder with --to.\n".formatted(taken.getParent())));
        assertThat(archive(campaign.slug(), "--url=http://localhost:1", "--to=" + folder.resolve("open"))
                        .output())
                .endsWith("does not answer. Is the stack up?\n");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .doesNotContain("open");
        }
        assertThat(Files.readString(taken)).isEqualTo("something");
    }

    /** Nothing that runs, asks or loads; and the address where names are taken back. */
    private void needsNothing(Document page) {
        assertThat(page.select("script, form, button, input, iframe, img, [onclick], [data-live]"))
                .isEmpty();
        assertThat(page.select("link[href], [src]"))
                .allSatisfy(loaded -> assertThat(loaded.attr("href")).matches("data:,|(\\.\\./)?assets/[\\w-]+\\.css"));
        assertThat(page.select("meta[name=referrer]").attr("content"))
                .isEqualTo(page.select("aside").isEmpty() ? "" : "no-referrer");
        for (Element link : page.select("a[href^=http]")) {
            URI leads = URI.create(link.attr("href"));
            assertThat(leads.getHost().equals("localhost") || leads.getHost().endsWith("example.org"))
                    .as(leads.toString())
                    .isTrue();
        }
        if (!page.location().endsWith("list/index.html")) {
            String language = page.location().replaceFirst(".*/list/(..)/.*", "$1");
            assertThat(page.select("aside a").eachAttr("href"))
                    .as(page.location())
                    .contains("http://localhost:%d/links/%s?lang=%s"
                            .formatted(ports.verification(), campaign.slug(), language));
            assertThat(page.select("html").attr("lang")).isEqualTo(language);
        }
    }

    /** Reads every page that is led to from one, and finds none of them missing. */
    private void follow(String from) throws IOException {
        Deque<String> open = new ArrayDeque<>(List.of(from));
        List<String> seen = new ArrayList<>();
        while (!open.isEmpty()) {
            String path = open.pop();
            if (seen.contains(path)) {
                continue;
            }
            seen.add(path);
            assertThat(campaign.get(address(path)).statusCode()).as(path).isEqualTo(200);
            if (path.endsWith(".html")) {
                Document page =
                        Jsoup.parse(Files.readString(folder.resolve(path), StandardCharsets.UTF_8), address(path));
                pages.put(path, page);
                for (Element link :
                        page.select("a[href]:not([href^=#]):not([href^=mailto:]), link[href]:not([href^=data:])")) {
                    String leads = link.absUrl("href");
                    if (leads.startsWith(address(""))) {
                        open.add(leads.substring(address("").length()).replaceFirst("#.*", ""));
                    }
                }
            }
        }
    }

    private Document page(String language, String name) {
        return pages.get("list/%s/%s.html".formatted(language, name));
    }

    private List<String> publicNames() {
        List<String> names = new ArrayList<>();
        String list = "http://localhost:%d/api/v1/appeals/%s/signatories?limit=100"
                .formatted(ports.publication(), campaign.slug());
        for (String next = list; !next.isEmpty(); ) {
            JsonNode part = Campaign.json(campaign.get(next).body());
            names.addAll(part.path("items").findValuesAsString("name"));
            String after = part.path("next").asString("");
            next = after.isEmpty() ? "" : list + "&after=" + after;
        }
        return names;
    }

    private String address(String path) {
        return "http://localhost:%d/%s".formatted(server.getAddress().getPort(), path);
    }

    /** Loads nothing from elsewhere, fits, has nothing that axe finds, and leaves a picture. */
    private void look(Visitors visitors, String path, String picture, int width, ColorScheme scheme) {
        Page page = visitors.visitor(
                particulars -> particulars.setViewportSize(width, 740).setColorScheme(scheme));
        List<String> loaded = new ArrayList<>();
        page.onRequest(request -> loaded.add(request.url()));
        page.navigate(address(path));
        Looks.good(page, "archive-" + picture);
        assertThat(loaded).hasSizeGreaterThan(1).allMatch(url -> url.startsWith(address("")) || url.equals("data:,"));
        page.context().close();
    }

    private Said archive(String slug, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                JAR.toString(),
                "archive",
                slug));
        line.addAll(List.of(options));
        if (Stream.of(options).noneMatch(option -> option.startsWith("--url"))) {
            line.add("--url=http://localhost:" + ports.publication());
        }
        Path output = Files.createTempFile(folder.getParent(), "archive", ".txt");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Said(process.waitFor(), Files.readString(output));
    }

    private record Said(int exitCode, String output) {}
}
