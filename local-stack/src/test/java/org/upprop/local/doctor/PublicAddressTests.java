package org.upprop.local.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the public address, on a real server with certificates of every kind. */
class PublicAddressTests {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    private static Path folder;

    private static Authority authority;

    private final NameServer names = NameServer.of("localhost. IN A 127.0.0.1\n");
    private final Set<String> paths = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private String itself = "";

    @BeforeAll
    static void make() throws Exception {
        authority = new Authority(folder);
    }

    @BeforeEach
    void open() {
        paths.addAll(List.of("/api/v1/openapi.json", "/api/v1/publication/openapi.json", "/links"));
    }

    @AfterEach
    void close() {
        names.close();
        server.stop(0);
    }

    @Test
    void isContentWithAnAddressThatIsUpprop() throws Exception {
        URI url = secured(authority.certificate("localhost"));

        assertThat(certificate(url)).extracting(Finding::verdict).containsExactly(Verdict.OK);
        assertThat(certificate(url).getFirst().text()).contains("valid for another 89 days");
        assertThat(site(url)).extracting(Finding::verdict).containsExactly(Verdict.OK, Verdict.OK, Verdict.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,       -10d, 5,  WRONG,   ended on",
        "localhost,       +2d,  90, WRONG,   begins only at",
        "other.example,   -1d,  90, WRONG,   'shows one that is for other.example'",
        "*.example,       -1d,  90, WRONG,   'shows one that is for *.example'",
        "localhost,       -1d,  9,  WARNING, valid for another 7 days",
    })
    void tellsWhatIsWrongWithACertificate(String name, String from, String days, Verdict verdict, String text)
            throws Exception {
        URI url = secured(authority.certificate(name, "-startdate", from, "-validity", days));

        assertThat(certificate(url)).extracting(Finding::verdict).containsExactly(verdict);
        assertThat(certificate(url).getFirst().text()).contains(text);
    }

    @Test
    void tellsOfACertificateForWhichNobodyVouches() throws Exception {
        URI url = secured(authority.selfSigned("localhost"));

        assertThat(certificate(url).getFirst().text()).startsWith("No authority that Java knows");
        assertThat(site(url)).extracting(Finding::verdict).containsExactly(Verdict.WRONG);
    }

    @Test
    void tellsOfAnAddressInTheClear() throws Exception {
        assertThat(certificate(plain(200, ""))).extracting(Finding::verdict).containsExactly(Verdict.WRONG);
    }

    @Test
    void tellsWhereNobodyAnswers() throws Exception {
        URI url = secured(authority.certificate("localhost"));
        server.stop(0);

        assertThat(certificate(url).getFirst().text()).contains("does not answer");
        assertThat(site(url)).extracting(Finding::verdict).containsExactly(Verdict.WRONG);
        assertThat(new PlainHttp(url, url.getPort()).findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.WARNING);
    }

    @Test
    void tellsWhereSomethingElseAnswers() throws Exception {
        paths.remove("/api/v1/openapi.json");

        assertThat(site(secured(authority.certificate("localhost"))).getFirst().text())
                .endsWith("does not answer as Upprop.");
    }

    @Test
    void tellsWhereLinksWouldLeadElsewhere() throws Exception {
        itself = "http://localhost:8080";

        assertThat(site(secured(authority.certificate("localhost"))).getFirst().text())
                .endsWith("thinks that it is at http://localhost:8080.");
    }

    @Test
    void tellsWhichServiceIsAway() throws Exception {
        paths.remove("/links");

        assertThat(site(secured(authority.certificate("localhost"))))
                .extracting(Finding::verdict, Finding::text)
                .contains(tuple(Verdict.WRONG, "Verification does not answer there."));
    }

    @Test
    void tellsWhereEverybodyCanReadTheMailbox() throws Exception {
        paths.add("/mailbox/");

        assertThat(site(secured(authority.certificate("localhost"))).getLast().verdict())
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void tellsWhetherPlainHttpLeadsToHttps() throws Exception {
        URI url = URI.create("https://localhost");

        assertThat(new PlainHttp(url, plain(301, "https://localhost/").getPort()).findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.OK);
        server.stop(0);
        assertThat(new PlainHttp(
                                url,
                                plain(301, "https://localhost.evil.example/").getPort())
                        .findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.WRONG);
        server.stop(0);
        assertThat(new PlainHttp(url, plain(200, "").getPort()).findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.WRONG);
    }

    @Test
    void tellsTheRecordToAddForANameWithoutAnAddress() throws Exception {
        plain(200, "");

        assertThat(new PublicName("appeal.example.org", names.asked()).findings())
                .extracting(Finding::verdict, finding -> finding.records().toString())
                .containsExactly(tuple(Verdict.WRONG, "[appeal.example.org. IN A <the address of your server>]"));
        assertThat(new PublicName("localhost", names.asked()).findings())
                .extracting(Finding::verdict, Finding::text)
                .containsExactly(tuple(Verdict.WARNING, "localhost leads to 127.0.0.1."));
    }

    private List<Finding> certificate(URI url) {
        return new PublicCertificate(url, names.asked(), witnesses()).findings();
    }

    private List<Finding> site(URI url) {
        return new Site(url, witnesses()).findings();
    }

    private Supplier<Witness> witnesses() {
        return authority::witness;
    }

    private URI secured(SSLContext shown) throws IOException {
        HttpsServer secured = HttpsServer.create(ANY_PORT, 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(shown));
        secured.createContext("/", this::answer);
        secured.start();
        server = secured;
        return URI.create("https://localhost:" + secured.getAddress().getPort());
    }

    private URI plain(int status, String location) throws IOException {
        server = HttpServer.create(ANY_PORT, 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
        });
        server.start();
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String url =
                itself.isEmpty() ? "https://" + exchange.getRequestHeaders().getFirst("Host") : itself;
        byte[] body = "{\"info\":{\"title\":\"Upprop intake\"},\"servers\":[{\"url\":\"%s\"}]}"
                .formatted(url)
                .getBytes(UTF_8);
        if (paths.contains(exchange.getRequestURI().getPath())) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }
}
