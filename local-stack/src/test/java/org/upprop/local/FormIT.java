package org.upprop.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.local.Campaign.someAddress;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.local.browser.InBrowser;
import org.upprop.local.browser.Visitors;
import org.upprop.local.stack.StackUnderTest;

/** What people can do with the form of the appeal's page, on a phone, with and without scripts. */
@InBrowser
@ExtendWith(StackUnderTest.Shared.class)
class FormIT {

    private static final int PHONE = 360;

    /** What is left of a phone's width for somebody who reads at twice the size. */
    private static final int PHONE_AT_TWICE_THE_SIZE = PHONE / 2;

    /** Whoever is faster waits for a reviewer. */
    private static final int LESS_THAN_A_READER_TAKES_MILLIS = 3_000;

    private final Campaign campaign;

    FormIT(StackUnderTest stack) {
        campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    static Stream<Arguments> languagesWithAndWithoutScripts() {
        return languages().flatMap(language -> Stream.of(Arguments.of(language, true), Arguments.of(language, false)));
    }

    static Stream<String> languages() {
        return Stream.of("en", "sv", "ru", "kk", "ar");
    }

    @ParameterizedTest
    @MethodSource("languagesWithAndWithoutScripts")
    void aPersonSigns(String language, boolean scripts, Visitors visitors) {
        String address = someAddress();
        Page page = phone(visitors, PHONE, scripts);

        page.navigate(campaign.address() + "?lang=" + language);
        fillInAPerson(page, address);
        sign(page);

        assertThat(page.locator("form.change")).isVisible();
        assertThat(campaign.linkSentTo(address).page()).isNotBlank();
    }

    @Test
    void whoeverTakesTheTimeToReadIsListedAtOnce(Visitors visitors) {
        String address = someAddress();
        Page page = phone(visitors, PHONE, true);

        page.navigate(campaign.address() + "?lang=en");
        fillInAPerson(page, address);
        page.waitForTimeout(LESS_THAN_A_READER_TAKES_MILLIS);
        sign(page);

        assertThat(page.locator("form.change")).isVisible();
        campaign.decide(campaign.linkSentTo(address), "full");
        campaign.awaitNames("Ada Lovelace");
    }

    @ParameterizedTest
    @MethodSource("languagesWithAndWithoutScripts")
    void anOrganisationSigns(String language, boolean scripts, Visitors visitors) {
        String address = someAddress();
        Page page = phone(visitors, PHONE, scripts);

        page.navigate(campaign.address() + "?lang=" + language);
        page.locator("label[for=kind-organisation]").click();
        assertThat(page.locator("#name")).isHidden();
        page.locator("#organisation").fill("Gruvarbetarna");
        page.locator("#organisationType").selectOption("trade-union");
        page.locator("#website").fill("example.org");
        page.locator("#email").fill(address);
        page.locator("#country").selectOption("SE");
        page.locator("#contactName").fill("Elsa Berg");
        page.locator("#contactRole").fill("ordförande");
        page.locator("#authorised").check();
        page.locator("#consent").check();
        sign(page);

        assertThat(page.locator("form.change")).isVisible();
        assertThat(campaign.linkSentTo(address).page()).isNotBlank();
    }

    @Test
    void nothingTypedIsLostBetweenTheKindsAndMistakes(Visitors visitors) {
        Page page = phone(visitors, PHONE, false);

        page.navigate(campaign.address() + "?lang=en");
        page.locator("#name").fill("Ada Lovelace");
        page.locator("label[for=kind-organisation]").click();
        page.locator("#organisation").fill("Gruvarbetarna");
        sign(page);
        assertThat(page.locator(".errors")).isFocused();
        page.locator("label[for=kind]").click();
        page.locator("#email").fill(someAddress());
        page.locator("#consent").check();
        assertThat(page.locator("#name")).hasValue("Ada Lovelace");
        sign(page);

        assertThat(page.locator("form.change")).isVisible();
        page.locator("form.change button").click();
        assertThat(page.locator("#name")).hasValue("Ada Lovelace");
        assertThat(page.locator("#organisation")).hasValue("Gruvarbetarna");
    }

    @Test
    void theKeyboardIsEnough(Visitors visitors) {
        String address = someAddress();
        Page page = phone(visitors, PHONE, false);

        page.navigate(campaign.address() + "?lang=en");
        page.locator("#kind").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator("#name")).isFocused();
        page.keyboard().type("Ada Lovelace");
        page.keyboard().press("Tab");
        page.keyboard().type(address);
        page.keyboard().press("Tab");
        page.keyboard().type("Swed");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#city")).isVisible();
        for (String next : new String[] {"city", "role", "affiliation", "consent"}) {
            page.keyboard().press("Tab");
            assertThat(page.locator("#" + next)).isFocused();
        }
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("form.change")).isVisible();
        assertThat(campaign.linkSentTo(address).page()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nothingStandsInTheWayOfAnybody(String language, Visitors visitors) {
        Page page = phone(visitors, PHONE, true);

        page.navigate(campaign.address() + "?lang=" + language);
        page.locator("summary").click();
        hasNoBarriers(page);
        page.locator("label[for=kind-organisation]").click();
        hasNoBarriers(page);
        sign(page);
        assertThat(page.locator(".errors")).isVisible();
        hasNoBarriers(page);
        page.locator("label[for=kind]").click();
        fillInAPerson(page, "ada@gmial.com");
        sign(page);
        assertThat(page.locator("form.doubt")).isVisible();
        hasNoBarriers(page);
        page.locator("form.doubt button[value=sign]").click();
        assertThat(page.locator("form.change")).isVisible();
        hasNoBarriers(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, PHONE_AT_TWICE_THE_SIZE})
    void nothingIsWiderThanThePage(int width, Visitors visitors) {
        Page page = phone(visitors, width, true);

        languages().forEach(language -> {
            page.navigate(campaign.address() + "?as=organisation&lang=" + language);
            fits(page);
            sign(page);
            assertThat(page.locator(".errors")).isVisible();
            fits(page);
        });
    }

    private static void fillInAPerson(Page page, String address) {
        page.locator("#name").fill("Ada Lovelace");
        page.locator("#email").fill(address);
        page.locator("#consent").check();
    }

    private static void sign(Page page) {
        page.locator("button.sign").click();
    }

    private static void hasNoBarriers(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    private static Page phone(Visitors visitors, int width, boolean scripts) {
        return visitors.visitor(options -> options.setViewportSize(width, 2 * width)
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBypassCSP(true));
    }
}
