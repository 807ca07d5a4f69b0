package org.upprop.intake.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.upprop.intake.OverHttp;
import org.upprop.page.web.Assets;

@OverHttp
class AssetsTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    Assets assets;

    @Test
    void keepsForEverWhatChangesItsAddress() {
        assertThat(http.get().uri(assets.address("page.css")))
                .hasStatus(200)
                .hasHeader(HttpHeaders.CONTENT_TYPE, "text/css;charset=UTF-8")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
    }

    @Test
    void leavesOutOfStylesWhatOnlyTheirAuthorsRead() {
        assertThat(http.get().uri(assets.address("page.css")))
                .bodyText()
                .doesNotContain("\n", "  ", "/*")
                .contains("@media (prefers-color-scheme: dark){:root{--ground: #17181a;")
                .contains(".unseen{position: absolute;");
    }

    @Test
    void keepsNotWhatAnotherReleaseAskedFor() {
        assertThat(http.get().uri("/intake/page.css?v=00000000"))
                .hasStatus(200)
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/intake/none.css", "/intake/page_en.properties", "/intake/..%2fapplication.css"})
    void givesNothingElse(String address) {
        assertThat(http.get().uri(java.net.URI.create(address))).hasStatus(404);
    }
}
