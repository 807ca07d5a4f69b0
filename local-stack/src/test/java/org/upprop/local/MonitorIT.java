package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.local.browser.Visitors.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.local.browser.InBrowser;
import org.upprop.local.browser.Looks;
import org.upprop.local.browser.Visitors;
import org.upprop.local.stack.StackUnderTest;

/** Operators look at the pipeline. Of every page a picture is left in {@code target/browser}. */
@InBrowser
@ExtendWith(StackUnderTest.Shared.class)
class MonitorIT {

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final String TIME = "main time";
    private static final String PARTITIONS = "#partitions-publication";

    private final StackUnderTest stack;
    private final String monitor;
    private final String token;

    MonitorIT(StackUnderTest stack) {
        this.stack = stack;
        token = stack.token();
        monitor = "http://localhost:%d/".formatted(stack.ports().monitor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "ru", "kk", "ar"})
    void isReadableInEveryLanguage(String language, Visitors visitors) {
        Page page = visitors.visitor(particulars -> particulars.setLocale(language));
        page.navigate(monitor);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        page.locator("#mails").waitFor(); // which it is only some seconds after the start
        page.locator(".past").first().waitFor();
        assertThat(page.locator(".stage").count()).isEqualTo(4);
        look(page, language, PHONE, ColorScheme.DARK);
        look(page, language, DESK, ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "ru", "kk", "ar"})
    void showsHowManyCameHowFar(String language, Visitors visitors) {
        Campaign campaign = Campaign.publishedIn(stack.ports(), token);
        campaign.sign(Campaign.person("Ada Lindqvist", Campaign.someAddress()), "full");
        campaign.submitUntilAccepted(Campaign.person("Grace Hopper", Campaign.someAddress()));
        Page page = visitors.visitor(particulars -> particulars.setLocale(language));
        page.navigate(monitor + "funnel");
        page.fill("#token", token);
        press(page, "main form button");
        page.navigate(monitor + "funnel");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(campaign.slug()));
        page.waitForCondition(() -> {
            page.reload();
            return row.count() == 1
                    && row.locator("td").allTextContents().equals(List.of("2", "2", "1", "1"))
                    && page.locator(".sum").count() == 12; // four points of three spans, each read by itself
        });

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        page.locator("#minute-table summary").click();
        Looks.goodOnOneScreen(page, "monitor-funnel", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void letsOperatorsPutBrakesOnAndTellsIt(String language, Visitors visitors) {
        Page page = visitors.visitor(particulars -> particulars.setLocale(language));
        page.navigate(monitor + "brakes");
        assertThat(page.url()).endsWith("/sign-in");
        Looks.goodOnOneScreen(page, "monitor-sign-in", language);
        page.fill("#token", token);
        press(page, "main form button");

        page.navigate(monitor + "brakes");
        Looks.goodOnOneScreen(page, "monitor-brakes", language);
        page.check("input[value=widen-limits]");
        page.fill("#level", "101");
        page.evaluate("document.querySelector('#level').removeAttribute('max')");
        press(page, ".fields button");
        assertThat(page.locator("[role=alert]").textContent()).contains("100");
        page.check("input[value=widen-limits]");
        page.fill("#level", "2");
        press(page, ".fields button");
        assertThat(page.locator(".brakes li").count()).isEqualTo(1);
        Looks.goodOnOneScreen(page, "monitor-brakes-on", language);
        page.navigate(monitor);
        assertThat(page.locator("main").textContent()).contains("widen-limits");

        page.navigate(monitor + "brakes");
        press(page, ".brakes button");
        assertThat(page.locator(".brakes li").count()).isZero();
        page.navigate(monitor + "set-back?stage=publication&since=2022-01-12T10:00");
        assertThat(page.locator("[role=alert]").count()).as("a stage that runs").isEqualTo(1);
        assertThat(page.locator("button:not(.plain)").count()).isZero();
        Looks.goodOnOneScreen(page, "monitor-set-back", language);
        page.navigate(monitor + "ledger");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".overall.ok").count() == 1;
        });
        Looks.goodOnOneScreen(page, "monitor-ledger", language);
        page.navigate(monitor + "audit");
        assertThat(page.locator("tbody tr").first().textContent()).contains("brake widen-limits");
        Looks.goodOnOneScreen(page, "monitor-audit", language);

        page.navigate(monitor + "tokens");
        page.check("input[value=organiser]");
        page.fill("#holder", "anna b");
        press(page, ".fields > button");
        Looks.goodOnOneScreen(page, "monitor-tokens-wrong", language);
        page.check("input[value=organiser]");
        page.fill("#holder", "anna");
        page.fill("#days", "30");
        press(page, ".fields > button");
        assertThat(page.inputValue("#made")).hasSize(43);
        Looks.goodOnOneScreen(page, "monitor-tokens-made", language);
        press(page, "tr:has-text('anna') button");
        assertThat(page.locator("tr:has-text('anna')").count()).isZero();
        Looks.goodOnOneScreen(page, "monitor-tokens", language);
    }

    private static void look(Page page, String language, int width, ColorScheme scheme) {
        page.setViewportSize(width, 740);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Looks.good(page, "pipeline-%s-%d".formatted(language, width));
    }

    @Test
    void renewsItselfAndLeavesOpenWhatIsOpen(Visitors visitors) {
        Page page = visitors.visitor(particulars -> particulars.setLocale("en"));
        page.navigate(monitor);
        press(page, PARTITIONS + " summary");
        page.evaluate("document.activeElement.blur()");
        String seen = page.locator(TIME).getAttribute("datetime");

        page.waitForFunction("seen => document.querySelector('main time').dateTime !== seen", seen);

        assertThat(page.locator(PARTITIONS + " tbody tr").first().isVisible()).isTrue();
        assertThat(page.locator(PARTITIONS + " tbody tr").count()).isEqualTo(24);
        Looks.good(page, "pipeline-partitions");
    }

    @Test
    void isThereWithoutScripts(Visitors visitors) {
        Page page = visitors.visitor(particulars ->
                particulars.setViewportSize(PHONE, 740).setLocale("sv").setJavaScriptEnabled(false));
        page.navigate(monitor);

        assertThat(page.locator(".overall").textContent()).isNotBlank();
        assertThat(page.locator(TIME).textContent()).contains("UTC");
        Looks.fits(page, "pipeline-without-scripts");
    }
}
