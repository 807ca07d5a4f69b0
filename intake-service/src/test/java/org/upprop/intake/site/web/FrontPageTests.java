package org.upprop.intake.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;

@OverHttp
class FrontPageTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @BeforeEach
    void theAppealsWereRead() {
        appeals.read = true;
    }

    @Test
    void listsOnlyWhatIsOpen() {
        Appeal open = anAppeal().build();
        Appeal closed = anAppeal().closed().build();
        appeals.put(open);
        appeals.put(closed);

        assertThat(http.get().uri("/?lang=pt-BR").header(HttpHeaders.ACCEPT_LANGUAGE, "ru"))
                .hasStatus(200)
                .hasHeader(HttpHeaders.CONTENT_LANGUAGE, "ru")
                .bodyText()
                .contains("<h1>Все открытые обращения</h1>")
                .contains("<li lang=\"pt-BR\" dir=\"ltr\">")
                .contains("<a href=\"/appeals/" + open.slug() + "?lang=pt-BR\">Título</a>")
                .doesNotContain(closed.slug().value());
    }

    @Test
    void showsTitlesAsTheTextThatTheyAre() {
        String markup = "<script>alert('x')</script>";
        appeals.put(anAppeal()
                .saying("en", new Appeal.Translation(markup, markup, markup, List.of()))
                .build());

        assertThat(http.get().uri("/")).hasStatus(200).bodyText().doesNotContain("<script>");
    }
}
