package org.upprop.intake.page.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;

@OverHttp
class ErrorPagesTests {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @AfterEach
    void readAgain() {
        appeals.read = true;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | ltr | There is nothing at this address",
                "sv | ltr | Här finns ingenting",
                "ru | ltr | По этому адресу ничего нет",
                "kk | ltr | Бұл мекенжайда ештеңе жоқ",
                "ar | rtl | لا يوجد شيء في هذا العنوان",
            })
    void saysInTheReadersLanguageThatThereIsNoSuchAppeal(String language, String dir, String title) {
        assertThat(http.get()
                        .uri("/appeals/no-such-appeal")
                        .header(HttpHeaders.ACCEPT, BROWSER)
                        .header(HttpHeaders.ACCEPT_LANGUAGE, language))
                .hasStatus(404)
                .hasHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .bodyText()
                .contains("<html lang=\"%s\" dir=\"%s\">".formatted(language, dir), "<h1>" + title + "</h1>")
                .contains("<meta name=\"robots\" content=\"noindex\">");
    }

    @Test
    void answersProgramsWithProblems() {
        assertThat(http.get().uri("/appeals/no-such-appeal").accept(MediaType.ALL))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(http.get().uri("/api/v1/appeals/no-such-appeal").header(HttpHeaders.ACCEPT, BROWSER))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void saysWhenToTryAgain() {
        appeals.read = false;

        assertThat(http.get()
                        .uri("/appeals/{slug}?lang=en", anAppeal().build().slug())
                        .header(HttpHeaders.ACCEPT, BROWSER))
                .hasStatus(503)
                .hasHeader(HttpHeaders.RETRY_AFTER, "5")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .bodyText()
                .contains("This does not work at the moment", "Try again");
    }

    @Test
    void saysWhichMethodsThereAre() {
        assertThat(http.delete().uri("/").header(HttpHeaders.ACCEPT, BROWSER))
                .hasStatus(405)
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.ALLOW,
                        allowed -> assertThat(allowed.toString()).contains("GET"));
    }

    @Test
    void showsNoPageThatRepeatsWhatWasAsked() {
        assertThat(http.get()
                        .uri("/error?lang=%3Cscript%3E&source=%22")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 400)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/<script>")
                        .header(HttpHeaders.ACCEPT, BROWSER))
                .hasStatus(400)
                .bodyText()
                .contains("This could not be read")
                .doesNotContain("script");
    }
}
