package org.upprop.intake.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;

@OverHttp
class MastodonPageTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    private final Appeal appeal = anAppeal().build();

    @BeforeEach
    void anAppealThatWasRead() {
        appeals.read = true;
        appeals.put(appeal);
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon.social,                 mastodon.social",
        "https://Mastodon.social/@ada,    mastodon.social",
        "@ada@mastodon.social,            mastodon.social",
        "ada@mastodon.social,             mastodon.social",
        "' mastodon.social/ ',            mastodon.social",
        "bücher.example.org,              xn--bcher-kva.example.org",
    })
    void linksToThePostOnTheServerThatTheReaderNames(String typed, String server) {
        assertThat(http.get()
                        .uri("/appeals/{slug}/mastodon?lang=en&source=gryning&server={server}", appeal.slug(), typed))
                .hasStatus(200)
                .bodyText()
                .contains("<a class=\"act\" href=\"https://" + server
                        + "/share?text=Titel%0Ahttps%3A%2F%2Fintake.example" + "%2Fappeals%2F" + appeal.slug()
                        + "%3Flang%3Dsv%26source%3Dgryning\" rel=\"noopener\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.1", "javascript:alert(1)", "\"><script>", "no server", "a..b"})
    void linksToNothingElse(String typed) {
        assertThat(http.get().uri("/appeals/{slug}/mastodon?lang=en&server={server}", appeal.slug(), typed))
                .hasStatus(200)
                .bodyText()
                .contains("That is no name of a server.", "aria-invalid=\"true\"")
                .doesNotContain("/share?text=", "<script>", "class=\"act\"");
    }

    @Test
    void asksForTheServerFirst() {
        assertThat(http.get().uri("/appeals/{slug}/mastodon?lang=ar&source=gryning", appeal.slug()))
                .hasStatus(200)
                .bodyText()
                .contains("dir=\"rtl\"", "<input type=\"hidden\" name=\"lang\" value=\"ar\">")
                .contains("<input type=\"hidden\" name=\"source\" value=\"gryning\">")
                .doesNotContain("aria-invalid");
    }

    @Test
    void isNotThereWhereSignatoriesAreAtRisk() {
        Appeal dangerous = anAppeal().atRisk().build();
        appeals.put(dangerous);

        assertThat(http.get().uri("/appeals/{slug}/mastodon", dangerous.slug())).hasStatus(404);
    }
}
