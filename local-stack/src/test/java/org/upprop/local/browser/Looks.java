package org.upprop.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Looks at pages as people do. */
public final class Looks {

    private static final Path PICTURES = Path.of("target", "browser");
    private static final Set<String> ON_A_PHONE = Set.of("ar", "ru", "sv");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Looks() {}

    /** Nothing to the side of the screen, and a picture for people to look at. */
    public static void fits(Page page, String picture) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(picture + ".png")));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("Everything fits in the width")
                .isTrue();
    }

    /** The same, and nothing that axe finds; it needs scripts to run. */
    public static void good(Page page, String picture) {
        fits(page, picture);
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .as(picture)
                .extracting(Rule::getId)
                .isEmpty();
    }

    /** The same, in some languages on a phone by day and in the others on a desk at night, since to look at all takes long. */
    public static void goodOnOneScreen(Page page, String picture, String language) {
        boolean phone = ON_A_PHONE.contains(language);
        int width = phone ? 360 : 1280;
        page.setViewportSize(width, 740);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(phone ? ColorScheme.LIGHT : ColorScheme.DARK));
        good(page, "%s-%s-%d".formatted(picture, language, width));
    }
}
