package org.upprop.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that is installed on this machine, started once for all tests. */
final class Chromium implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        // The driver comes from Maven; what it drives is never fetched by it.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--disable-dev-shm-usage")));
    }

    static Chromium start() {
        return new Chromium(installed().orElseThrow());
    }

    /** What {@code -Dupprop.test.chromium} or {@code UPPROP_TEST_CHROMIUM} names, or else one at a usual place. */
    static Optional<Path> installed() {
        return Stream.of(System.getProperty("upprop.test.chromium"), System.getenv("UPPROP_TEST_CHROMIUM"))
                .filter(named -> named != null && !named.isBlank())
                .findFirst()
                .map(Stream::of)
                .orElseGet(USUAL_PLACES::stream)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
