package org.upprop.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

@InBrowser
class InBrowserIT {

    @Test
    void runsScriptsForThoseWhoLetThemRun(Visitors visitors) {
        String html = "<p>plain</p><script>document.querySelector('p').textContent = 'scripted'</script>";
        Page modern = visitors.visitor();
        Page careful = visitors.visitor(options -> options.setJavaScriptEnabled(false));

        modern.setContent(html);
        careful.setContent(html);

        assertThat(modern.locator("p").textContent()).isEqualTo("scripted");
        assertThat(careful.locator("p").textContent()).isEqualTo("plain");
    }

    @Test
    void noticesAnErrorThatNoScriptCaught(Visitors visitors) {
        Page page = visitors.visitor();
        page.setContent("<p>plain</p>");

        Visitors others = new Visitors(page.context().browser());
        try (others) {
            Page broken = others.visitor();
            broken.setContent("<script>nothing.here()</script>");
            broken.waitForCondition(() -> !others.errors().isEmpty());
        }

        assertThat(others.errors()).singleElement().asString().contains("nothing is not defined");
        assertThat(visitors.errors()).isEmpty();
    }
}
