package org.upprop.intake.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.Ports.SubmissionsInMemory;

@OverHttp
class FramedFormTests {

    private static final String POLICY = "Content-Security-Policy";

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    SubmissionsInMemory submissions;

    private final Appeal appeal = anAppeal().build();

    @BeforeEach
    void anAppealThatASiteRepublishes() {
        appeals.read = true;
        appeals.put(appeal);
        submissions.brokerAnswers = true;
        submissions.sent.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "/embed?source=gryning,                       https://gryning.example",
        "/embed?source=gryning&lang=ar,               https://gryning.example",
        "/embed,                                      none",
        "/embed?source=,                              none",
        "/embed?source=elsewhere,                     none",
        "/embed?source=Gryning,                       none",
        "/embed?source=gryning%20https://evil.example, none",
        "/embed?source=gryning;script-src%20*,        none",
        "/embed?source=elsewhere&source=gryning,      none",
        "'?source=gryning',                           none",
        "/privacy?source=gryning,                     none",
        "/share/gryning,                              none",
    })
    void standsInFramesOfTheSourceThatItsAddressNamesAndNothingElseDoes(String page, String ancestors) {
        MvcTestResult answer =
                http.get().uri(URI.create("/appeals/" + appeal.slug() + page)).exchange();

        assertThat(answer).hasStatus(200).doesNotContainHeader("X-Frame-Options");
        assertThat(answer.getResponse().getHeaders(POLICY))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; ")
                .endsWith("; frame-ancestors " + (ancestors.startsWith("http") ? ancestors : "'none'"));
    }

    @Test
    void holdsTheFormAloneAndOpensItsLinksBeside() {
        assertThat(http.get().uri("/appeals/{slug}/embed?source=gryning&lang=sv", appeal.slug()))
                .hasStatus(200)
                .bodyText()
                .contains("noindex", "<base target=\"_blank\">", "target=\"_self\"")
                .contains("action=\"/appeals/" + appeal.slug() + "/embed?lang=sv&amp;source=gryning\"")
                .doesNotContain("<footer>", "class=\"skip\"");
    }

    @Test
    void staysInTheFrameUntilTheMailIsOnItsWay() {
        MvcTestResult wrong = send(Map.of("kind", "individual", "email", "ada@example.org", "source", "gryning"));
        assertThat(wrong).hasStatus(422).bodyText().contains("/embed?", "<base target=\"_blank\">");

        MvcTestResult right = send(Map.of(
                "kind", "individual",
                "name", "Ada Lovelace",
                "email", "ada@example.org",
                "consent", "2",
                "appealVersion", "2",
                "lang", "sv",
                "source", "gryning"));

        assertThat(right).hasStatus(202).bodyText().contains("<base target=\"_blank\">");
        for (MvcTestResult answer : new MvcTestResult[] {wrong, right}) {
            assertThat(answer.getResponse().getHeaders(POLICY))
                    .singleElement()
                    .asString()
                    .endsWith("frame-ancestors https://gryning.example");
        }
        assertThat(submissions.last().source()).isEqualTo("gryning");
    }

    @Test
    void offersNoFormWhereTheAppealIsClosed() {
        Appeal closed = anAppeal().closed().build();
        appeals.put(closed);

        assertThat(http.get().uri("/appeals/{slug}/embed?source=gryning&lang=en", closed.slug()))
                .hasStatus(200)
                .bodyText()
                .contains("closed")
                .doesNotContain("<form");
    }

    private MvcTestResult send(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.post()
                .uri("/appeals/{slug}/embed?lang=sv&source=gryning", appeal.slug())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(form)
                .exchange();
    }
}
