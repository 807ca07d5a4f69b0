package org.upprop.local.republisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepublisherSiteTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private RepublisherSite site;

    @BeforeEach
    void open() throws IOException {
        site = RepublisherSite.open(0, "http://localhost:8081", "free-them", "gryning");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void embedsTheFormAsItsSourceAndLeadsThereWithoutScripts() throws Exception {
        assertThat(get("/").body())
                .contains("<script src=\"http://localhost:8081/embed.js\" data-appeal=\"free-them\""
                        + " data-source=\"gryning\" data-lang=\"sv\" async></script>")
                .contains(
                        "<noscript><p><a href=\"http://localhost:8081/appeals/free-them?lang=sv&amp;source=gryning\">");
        assertThat(get("/ram").body())
                .contains("<iframe src=\"http://localhost:8081/appeals/free-them/embed?source=gryning&amp;lang=sv\"");
    }

    @Test
    void allowsNothingButItselfAndTheIntake() throws Exception {
        assertThat(get("/").headers().firstValue("Content-Security-Policy"))
                .contains(
                        "default-src 'none'; style-src 'self' http://localhost:8081; script-src http://localhost:8081;"
                                + " connect-src http://localhost:8081; img-src http://localhost:8081;"
                                + " frame-src http://localhost:8081; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?lang=%22%3E%3Cscript%3E", "/?lang=", "/?lang"})
    void staysSwedishWhereALanguageIsNone(String path) throws Exception {
        assertThat(get(path).body()).contains("lang=sv").doesNotContain("\"><script>");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(site.origin() + path)).build(), BodyHandlers.ofString());
    }
}
