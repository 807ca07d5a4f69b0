package org.upprop.intake.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealBodyTests {

    @Test
    void showsHtmlAsTheTextThatItIs() {
        assertThat(AppealBody.html("Hello <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>"))
                .doesNotContain("<script", "<img")
                .contains("&lt;script&gt;", "&lt;img");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[here](javascript:alert(1))        | <p>here</p>",
                "[*here*](data:text/html,x)         | <p><em>here</em></p>",
                "[here](/relative)                  | <p>here</p>",
                "![a picture](https://a.example/x)  | <p>a picture</p>",
                "[![a picture](https://a.example/x)](vbscript:x) | <p>a picture</p>",
                "<javascript:alert(1)>              | <p>javascript:alert(1)</p>",
            })
    void leavesTheWordsOfWhatLeadsAstray(String markdown, String html) {
        assertThat(AppealBody.html(markdown).strip()).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource({"https://a.example/?b=c&d", "http://a.example", "mailto:post@a.example"})
    void leadsToPagesAndToMail(String address) {
        assertThat(AppealBody.html("[here](" + address + ")"))
                .contains("<a href=\"" + address.replace("&", "&amp;") + "\" rel=\"noopener\">here</a>");
    }

    @Test
    void letsNoLinkOutOfItsAttribute() {
        assertThat(AppealBody.html("[here](<https://a.example/\"onclick=\"alert(1)>)"))
                .doesNotContain("\"onclick");
    }

    @Test
    void putsHeadingsBelowThePagesOwn() {
        assertThat(AppealBody.html("# One\n\n## Two\n\n###### Six"))
                .contains("<h2>One</h2>", "<h3>Two</h3>", "<h6>Six</h6>");
        assertThat(AppealBody.html("### Three\n\n#### Four")).contains("<h2>Three</h2>", "<h3>Four</h3>");
    }
}
