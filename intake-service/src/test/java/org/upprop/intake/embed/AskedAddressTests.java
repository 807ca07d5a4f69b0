package org.upprop.intake.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.Ports.SubmissionsInMemory;

/** What the embedded form is told of an address before it sends it. */
@OverHttp
@ExtendWith(OutputCaptureExtension.class)
class AskedAddressTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    SubmissionsInMemory submissions;

    private final Appeal appeal = anAppeal().build();

    @BeforeEach
    void anOpenAppeal() {
        appeals.read = true;
        appeals.put(appeal);
        submissions.sent.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "ada.lovelace@gmial.com,   a•••e@g•••l.com,   ada.lovelace@gmail.com",
        "' ada@hotmail.con ',      a•••@h•••l.con,    ada@hotmail.com",
        "ada@gmail.com,            a•••@gmail.com,",
        "ada@example.org,          a•••@e•••e.org,",
        "anna@пример.рф,           a•••@п•••р.рф,",
    })
    void anAddressIsShownMaskedAndASlipIsOffered(String typed, String masked, String meant) {
        MvcTestResult answer = ask("{\"email\": \"%s\"}".formatted(typed));

        assertThat(answer).hasStatus(200).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(answer)
                .bodyJson()
                .isStrictlyEqualTo(
                        meant == null
                                ? "{\"masked\":\"%s\"}".formatted(masked)
                                : "{\"masked\":\"%s\",\"meant\":\"%s\"}".formatted(masked, meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                       | 422 | email.required",
                "{\"email\": null}                        | 422 | email.required",
                "{\"email\": \"ada-gmial.com\"}           | 422 | email.invalid",
                "{\"email\": \"ada@gmial\"}               | 422 | email.invalid",
                "{\"email\": 7}                           | 422 | email.type",
                "{\"email\": \"a@gmial.com\", \"name\": \"\"} | 400 | field.unknown",
                "{\"email\": \"a@gmial.com\"              | 400 | malformed",
                "[]                                       | 400 | malformed",
            })
    void whatIsNoAddressIsRefusedAsItWouldBeInASignature(String body, int status, String code) {
        assertThat(ask(body)).hasStatus(status).bodyText().contains(code).doesNotContain("gmial");
    }

    @Test
    void theBodyIsLimitedAsThatOfASignatureIs() {
        assertThat(ask("{\"email\": \"%s@gmial.com\"}".formatted("a".repeat(8 * 1024))))
                .hasStatus(413);
        assertThat(http.post()
                        .uri("/api/v1/appeals/{slug}/embed/address", appeal.slug())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("email=ada@gmial.com"))
                .hasStatus(415);
        assertThat(http.get().uri("/api/v1/appeals/{slug}/embed/address?email=ada@gmial.com", appeal.slug()))
                .hasStatus(405);
        assertThat(http.post()
                        .uri("/api/v1/appeals/none/embed/address")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"email\": \"ada@gmial.com\"}"))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": \"secret@gmial.com\"} | 200",
                "{\"email\": \"secret@\"} | 422",
                "{\"email\": \"secret | 400"
            })
    void nothingOfItIsKeptOrWrittenDown(String body, int status, CapturedOutput output) {
        assertThat(ask(body)).hasStatus(status);

        assertThat(submissions.sent).isEmpty();
        assertThat(output).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"https://gryning.example, 200", "https://elsewhere.example, 403", "null, 403"})
    void onlyPagesOfASourceMayAsk(String origin, int status) {
        MvcTestResult answer = http.post()
                .uri("/api/v1/appeals/{slug}/embed/address", appeal.slug())
                .header(HttpHeaders.ORIGIN, origin)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"email\": \"ada@gmial.com\"}")
                .exchange();

        assertThat(answer).hasStatus(status);
        assertThat(answer.getResponse().getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN))
                .isEqualTo(status == 200 ? origin : null);
    }

    private MvcTestResult ask(String body) {
        return http.post()
                .uri("/api/v1/appeals/{slug}/embed/address", appeal.slug())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
