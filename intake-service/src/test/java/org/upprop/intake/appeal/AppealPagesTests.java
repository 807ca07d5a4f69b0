package org.upprop.intake.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports;
import org.upprop.intake.Ports.AppealsInMemory;

@OverHttp
class AppealPagesTests {

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

    @Test
    void showsAnAppealInTheReadersLanguageAndLeadsToItsList() {
        assertThat(http.get().uri("/appeals/{slug}", appeal.slug()).header(HttpHeaders.ACCEPT_LANGUAGE, "pt-BR,en"))
                .hasStatus(200)
                .hasHeader(HttpHeaders.CONTENT_LANGUAGE, "pt-BR")
                .bodyText()
                .contains("<html lang=\"pt-BR\">", "Título", "Breve", "Livres")
                .contains("href=\"https://publication.example/appeals/" + appeal.slug() + "/signatories\"")
                .doesNotContain("Titel");
    }

    @Test
    void showsWhatAnOrganiserWroteAsTextAndNeverAsMarkup() {
        String markup = "<script>alert('x')</script>";
        appeals.put(saying(markup));

        assertThat(http.get().uri("/appeals/{slug}", appeal.slug()))
                .hasStatus(200)
                .bodyText()
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(http.get().uri("/")).hasStatus(200).bodyText().doesNotContain("<script>");
    }

    @Test
    void listsOnlyWhatIsOpen() {
        Appeal closed = anAppeal().closed().build();
        appeals.put(closed);

        assertThat(http.get().uri("/"))
                .hasStatus(200)
                .bodyText()
                .contains("href=\"https://intake.example/appeals/" + appeal.slug() + "\"")
                .doesNotContain(closed.slug().value());
    }

    @Test
    void loadsNothingFromAnywhere() {
        assertThat(http.get().uri("/appeals/{slug}", appeal.slug()))
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
                                + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .doesNotContainHeader("Strict-Transport-Security");
    }

    private Appeal saying(String words) {
        var text = new Appeal.Translation(words, words, words, List.of(new Appeal.Demand("free", words)));
        return new Appeal(
                appeal.slug(),
                appeal.revision() + 1,
                appeal.version(),
                appeal.textHash(),
                "sv",
                appeal.publisher(),
                appeal.controller(),
                null,
                null,
                null,
                Map.of("sv", text),
                appeal.consent(),
                List.of(),
                appeal.policy(),
                List.of(),
                Ports.NOW);
    }
}
