package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.local.browser.Visitors.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.local.browser.InBrowser;
import org.upprop.local.browser.Looks;
import org.upprop.local.browser.Visitors;
import org.upprop.local.stack.Ports;
import org.upprop.local.stack.StackUnderTest;

/** Readers look at the public list and find names on it. Of every page a picture is left in {@code target/browser}. */
@InBrowser
@ExtendWith(StackUnderTest.Shared.class)
class ListIT {

    private static final Path PICTURES = Path.of("target", "browser");
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int GOAL = 500;

    /** The lists by their length, each made once. */
    private static final Map<Integer, String> LISTS = new ConcurrentHashMap<>();

    private final Ports ports;
    private final String token;

    ListIT(StackUnderTest stack) {
        this.ports = stack.ports();
        this.token = stack.token();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "ru", "kk", "ar"})
    void isThereForEverybodyHoweverManyAreOnIt(String language, Visitors visitors) {
        for (int names : new int[] {0, 1, 13, 150}) {
            Page page = visitors.visitor(particulars -> particulars.setLocale(language));
            page.navigate(listOf(names));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator(".names li").count()).isEqualTo(Math.min(names, 100));
            assertThat(page.locator(".figures svg").count()).isEqualTo(names > 1 ? 2 : 0);
            look(page, language, names, PHONE, names > 1 ? ColorScheme.DARK : ColorScheme.LIGHT);
            look(page, language, names, DESK, names > 1 ? ColorScheme.LIGHT : ColorScheme.DARK);
            page.context().close();
        }
    }

    private static void look(Page page, String language, int names, int width, ColorScheme scheme) {
        page.setViewportSize(width, 740);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        look(page, "%s-%d-%d-%s".formatted(language, names, width, scheme.name().toLowerCase()));
    }

    @ParameterizedTest
    @CsvSource({"sv, false", "ar, true"})
    void findsNamesWithAndWithoutScripts(String language, boolean scripts, Visitors visitors) {
        Page page = visitors.visitor(particulars ->
                particulars.setViewportSize(PHONE, 740).setLocale(language).setJavaScriptEnabled(scripts));
        page.navigate(listOf(150) + "?source=gryning");
        page.locator("#q").fill("söder");
        page.locator("#kind").selectOption("individual");
        page.locator("#country").selectOption("KZ");
        press(page, ".find button");
        page.waitForURL("**country=KZ**");

        assertThat(page.locator(".names li bdi:first-child").allTextContents())
                .isNotEmpty()
                .contains("Karl-Erik Söderström");
        assertThat(page.locator("#q").inputValue()).isEqualTo("söder");
        assertThat(page.locator("#kind").inputValue()).isEqualTo("individual");
        assertThat(page.url()).contains("source=gryning");
        if (scripts) {
            look(page, "found-" + language);
        }
        page.locator("#q").fill("nobody at all");
        press(page, ".find button");
        page.locator(".nobody").waitFor();
        if (scripts) {
            look(page, "not-found-" + language);
        }
        press(page, ".find a");
        page.locator("#organisations").waitFor();
        assertThat(page.url()).contains("source=gryning").doesNotContain("country");
    }

    @ParameterizedTest
    @CsvSource({"sv, 360", "ar, 360", "ar, 1280"})
    void tellsWhatItDrawsInTablesAsWell(String language, int width, Visitors visitors) {
        Page page = visitors.visitor(
                particulars -> particulars.setViewportSize(width, 740).setLocale(language));
        page.navigate(listOf(150));
        press(page, ".doors a[href='#figures']");
        for (Locator table : page.locator(".figures details").all()) {
            assertThat(table.locator("table").isVisible()).isFalse();
            table.locator("summary").click();
            assertThat(table.locator("table").isVisible()).isTrue();
        }

        assertThat(page.locator(".figures details").first().locator("tbody tr").count())
                .isBetween(2, 31);
        assertThat(page.locator(".figures details").last().locator("tbody tr").count())
                .isEqualTo(page.locator(".bars rect").count())
                .isEqualTo(page.locator("#country option").count() - 1);
        look(page, "figures-%s-%d".formatted(language, width));
    }

    @Test
    void goesOnToTheEndAndBack(Visitors visitors) {
        Page page = visitors.visitor();
        page.navigate(listOf(150));
        List<String> reports = new ArrayList<>(page.locator(".names li").allTextContents());

        press(page, "a[rel=next]");
        page.waitForURL("**after=**");
        reports.addAll(page.locator(".names li").allTextContents());

        assertThat(reports).hasSize(150);
        assertThat(page.locator("a[rel=next]").count()).isZero();
        assertThat(page.locator("#organisations").count()).isZero();
        press(page, ".pages a");
        page.locator("#organisations").waitFor();
    }

    @Test
    void showsNewNamesAndTheCountWithoutBeingAskedAgain(Visitors visitors) {
        Campaign campaign = Campaign.hopingFor(GOAL, ports, token);
        ListedNames names = new ListedNames(ports, campaign.slug());
        names.release(13);
        campaign.awaitCount("total", 13);
        Page page = visitors.visitor(particulars -> particulars.setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(campaign.listAddress());
        page.evaluate("window.stayed = true");
        page.locator(".figures summary").first().click();
        page.evaluate("document.activeElement.blur()");
        assertThat(page.locator(".count strong").textContent()).isEqualTo("13");

        names.release(20);

        page.waitForCondition(
                () -> page.locator(".count strong").textContent().equals("33"),
                new Page.WaitForConditionOptions().setTimeout(Campaign.PATIENCE.toMillis()));
        assertThat(page.locator(".names li").count()).isEqualTo(33);
        assertThat(page.locator("header").textContent()).contains("27 people");
        assertThat(page.locator(".names li.new").count()).isPositive();
        assertThat(page.locator(".figures title").first().textContent()).contains("33");
        assertThat(page.locator(".figures table").first().isVisible())
                .as("whoever reads a table goes on reading")
                .isTrue();
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        look(page, "live");
    }

    @Test
    void saysWhatIsWrongWithAnAddress(Visitors visitors) {
        Page page = visitors.visitor(particulars -> particulars.setLocale("kk").setViewportSize(PHONE, 740));

        page.navigate(listOf(1) + "?after=broken");
        look(page, "broken");
        assertThat(page.locator("main a").getAttribute("href")).isEqualTo("?");
        page.navigate(listOf(1).replaceFirst("appeals/[^/]+", "appeals/none-of-this-name"));
        look(page, "unknown");
    }

    @Test
    void loadsNothingFromElsewhereAndPrintsNamesAlone(Visitors visitors) {
        Page page = visitors.visitor();
        List<String> loaded = new ArrayList<>();
        page.onRequest(request -> loaded.add(request.url()));

        page.navigate(listOf(13));

        assertThat(loaded).hasSizeGreaterThan(2).allMatch(url -> url.startsWith(origin()));
        assertThat(page.context().cookies()).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("list-printed.png")));
        assertThat(page.locator(".names").first().isVisible()).isTrue();
        for (String gone : List.of(".figures", ".find", ".doors", ".reports", "footer", ".languages")) {
            assertThat(page.locator(gone).first().isVisible()).as(gone).isFalse();
        }
    }

    private String listOf(int names) {
        return LISTS.computeIfAbsent(names, this::publish);
    }

    private String publish(int names) {
        Campaign campaign = Campaign.hopingFor(GOAL, ports, token);
        new ListedNames(ports, campaign.slug()).release(names);
        campaign.awaitCount("total", names);
        return campaign.listAddress();
    }

    private String origin() {
        return "http://localhost:%d/".formatted(ports.publication());
    }

    private static void look(Page page, String picture) {
        Looks.good(page, "list-" + picture);
    }
}
