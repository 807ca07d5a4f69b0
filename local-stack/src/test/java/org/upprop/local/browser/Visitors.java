package org.upprop.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** People with a browser each, who share no cookie and no memory. They leave when the test ends. */
public final class Visitors implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    Visitors(Browser browser) {
        this.browser = browser;
    }

    /** A page of somebody new. */
    public Page visitor() {
        return visitor(_ -> {});
    }

    /** A page of somebody new who is particular: about the language, the screen, or whether scripts run. */
    public Page visitor(Consumer<Browser.NewContextOptions> particulars) {
        Browser.NewContextOptions options = new Browser.NewContextOptions();
        particulars.accept(options);
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onWebError(error -> errors.add(error.error()));
        contexts.add(context);
        return context.newPage();
    }

    /** The errors that no script has caught. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Leaves a picture of every open page in a folder. */
    void picture(Path folder, String name) {
        int number = 0;
        for (BrowserContext context : contexts) {
            for (Page page : context.pages()) {
                number++;
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(folder.resolve("%s-%d.png".formatted(name, number))));
            }
        }
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
