package org.upprop.local.republisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The site of the invented Gruppen Gryning, with what the share kit gives a source: the form by a script, a button, and
 * the form in a frame. Its own policy allows nothing but itself and the intake service.
 */
public final class RepublisherSite implements AutoCloseable {

    /** The slug of the sample appeal. */
    public static final String SAMPLE = "kazakhstan-2022";

    /** The group's id among the sources of the sample appeal. */
    public static final String SOURCE = "gryning";

    private static final Pattern LANGUAGE = Pattern.compile("(?:.*&)?lang=([A-Za-z-]{2,35})(?:&.*)?");

    private final HttpServer web;
    private final ExecutorService threads;
    private final RepublisherPages pages;
    private final String policy;

    private RepublisherSite(HttpServer web, ExecutorService threads, RepublisherPages pages, String intake) {
        this.web = web;
        this.threads = threads;
        this.pages = pages;
        this.policy = ("default-src 'none'; style-src 'self' %1$s; script-src %1$s; connect-src %1$s; img-src %1$s; "
                        + "frame-src %1$s; form-action 'none'; base-uri 'none'; frame-ancestors 'none'")
                .formatted(intake);
    }

    /** Opens the site as a source of the sample appeal. */
    public static RepublisherSite openForSample(int port, String intake) throws IOException {
        return open(port, intake, SAMPLE, SOURCE);
    }

    /**
     * Opens the site on this machine only.
     *
     * @param port 0 takes a free one
     * @param intake where the intake service is
     * @param appeal the slug of what it republishes
     * @param source its own id among the appeal's sources
     */
    public static RepublisherSite open(int port, String intake, String appeal, String source) throws IOException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        RepublisherSite site = new RepublisherSite(web, threads, new RepublisherPages(intake, appeal, source), intake);
        web.setExecutor(threads);
        web.createContext("/", site::answer);
        web.start();
        return site;
    }

    /** What a browser sends as the origin of a page at a port. */
    public static String originAt(int port) {
        return "http://localhost:" + port;
    }

    public String origin() {
        return originAt(web.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            String language = languageIn(exchange.getRequestURI().getRawQuery());
            switch (exchange.getRequestURI().getPath()) {
                case "/" ->
                    send(
                            exchange,
                            "text/html; charset=utf-8",
                            pages.withScript(language).getBytes(UTF_8));
                case "/ram" ->
                    send(
                            exchange,
                            "text/html; charset=utf-8",
                            pages.withFrame(language).getBytes(UTF_8));
                case "/gryning.css" -> send(exchange, "text/css; charset=utf-8", resource("gryning.css"));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String languageIn(@Nullable String query) {
        Matcher asked = LANGUAGE.matcher(query == null ? "" : query);
        return asked.matches() ? asked.group(1) : "sv";
    }

    private static byte[] resource(String name) {
        try (InputStream in = RepublisherSite.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing in the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        web.stop(0);
        threads.shutdownNow();
    }
}
