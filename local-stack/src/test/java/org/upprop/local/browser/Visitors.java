package org.upprop.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** People with a browser each, who share no cookie and no memory. They leave when the test ends. */
public final class Visitors implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOMENT_MILLIS = 50;

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

    /**
     * Presses something once it stands still, which a page without scripts cannot tell its driver: where a picture above
     * it comes late, it is no longer where it was.
     */
    public static void press(Page page, String what) {
        Locator target = page.locator(what);
        target.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        target.evaluate("element => element.scrollIntoView({ block: 'center', behavior: 'instant' })");
        List<Double> before = List.of();
        for (List<Double> now = place(target); !now.equals(before); now = place(target)) {
            before = now;
            page.waitForTimeout(MOMENT_MILLIS);
        }
        target.click(new Locator.ClickOptions().setForce(true));
    }

    private static List<Double> place(Locator target) {
        BoundingBox box = target.boundingBox();
        return box == null ? List.of() : List.of(box.x, box.y, box.width, box.height);
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
