package org.upprop.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.site.Language;

class TemplatesTests {

    private final Frames frames = new Frames(new Assets("/somewhere"), "https://upprop.example/");
    private final Templates templates = new Templates();

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "ru", "kk", "ar"})
    void putsAFrameInTheReadersLanguageAroundAPage(String language) {
        String page = page(new Reader(language, null, null, false));

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"%s\" dir=\"%s\">".formatted(language, new Language(language).dir()))
                .contains("<title lang=\"%s\"".formatted(language), ">A &lt;title&gt;</title>")
                .contains("<link rel=\"stylesheet\" href=\"/somewhere/page.css?v=")
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .contains("<a href=\"https://upprop.example/\">"
                        + Spoken.SITE.in(language).say("home"));
    }

    @Test
    void leavesOfAFramedPageItsContent() {
        assertThat(page(new Reader("en", null, null, true)))
                .contains("<base target=\"_blank\">", "<main id=\"content\">")
                .doesNotContain("<footer>", "class=\"skip\"");
    }

    private String page(Reader reader) {
        ErrorView view = new ErrorView(frames.of(reader, "A <title>", false), "error.later", true);
        return new String(templates.page("error.jte", view), StandardCharsets.UTF_8);
    }
}
