package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.local.Campaign.someAddress;
import static org.upprop.local.browser.Visitors.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.local.browser.InBrowser;
import org.upprop.local.browser.Looks;
import org.upprop.local.browser.Visitors;
import org.upprop.local.stack.StackUnderTest;

/** People at a browser sign by the form. Of every page that they saw a picture is left in {@code target/browser}. */
@InBrowser
@ExtendWith(StackUnderTest.Shared.class)
class SigningIT {

    private static final List<String> LANGUAGES = List.of("sv", "en", "ru", "kk", "ar");
    private static final int PHONE = 360;

    /** A window of 1280 pixels at 200 % has half of them to show a page in. */
    private static final int HALF_A_WINDOW = 640;

    private final Campaign campaign;

    SigningIT(StackUnderTest stack) {
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    static Stream<Arguments> languagesWithAndWithoutScripts() {
        return LANGUAGES.stream().flatMap(tag -> Stream.of(Arguments.of(tag, true), Arguments.of(tag, false)));
    }

    @ParameterizedTest
    @MethodSource("languagesWithAndWithoutScripts")
    void aPersonSignsOnAPhone(String language, boolean scripts, Visitors visitors) {
        String address = someAddress();
        Page page = visit(visitors, language, scripts, PHONE, 1);

        page.locator("#name").fill("Айгүл Әбенова");
        page.locator("#email").fill(address);
        press(page, "#consent");
        look(page, scripts, "person-" + language);
        press(page, "button.sign");

        assertReceived(page, scripts, "person-received-" + language);
        assertThat(campaign.linkSentTo(address)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("languagesWithAndWithoutScripts")
    void anOrganisationSignsAtTwiceTheSize(String language, boolean scripts, Visitors visitors) {
        String address = someAddress();
        Page page = visit(visitors, language, scripts, HALF_A_WINDOW, 2);

        press(page, "label[for=kind-organisation]");
        assertThat(page.locator("#name").isVisible()).isFalse();
        page.locator("#organisation").fill("«Жаңаөзен» кәсіподағы");
        page.locator("#organisationType").selectOption("trade-union");
        page.locator("#website").fill("example.org");
        page.locator("#email").fill(address);
        page.locator("#country").selectOption("KZ");
        page.locator("#contactName").fill("Ada Lovelace");
        page.locator("#contactRole").fill("secretary");
        press(page, "#authorised");
        press(page, "#consent");
        look(page, scripts, "organisation-" + language);
        press(page, "button.sign");

        assertReceived(page, scripts, "organisation-received-" + language);
        assertThat(campaign.linkSentTo(address)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mistakesAreSummedUpTiedToTheirFieldsAndCostNothingThatWasTyped(boolean scripts, Visitors visitors) {
        Page page = visit(visitors, "sv", scripts, PHONE, 1);

        page.locator("#name").fill("=Ada");
        page.locator("#email").fill("ada");
        press(page, "button.sign");

        Locator summary = page.locator(".errors");
        summary.waitFor();
        look(page, scripts, "mistakes");
        assertThat(page.title()).startsWith("Fel:");
        assertThat(summary.locator("a").all()).hasSize(3);
        assertThat(page.locator("#name").inputValue()).isEqualTo("=Ada");
        assertThat(page.locator("#email").inputValue()).isEqualTo("ada");
        for (String field : List.of("name", "email", "consent")) {
            Locator input = page.locator("#" + field);
            assertThat(input.getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(input.getAttribute("aria-describedby")).contains(field + "-wrong");
        }
        press(page, ".errors li:first-child a");
        assertThat(focused(page)).isEqualTo("name");
    }

    @Test
    void theKeyboardAloneIsEnough(Visitors visitors) {
        String address = someAddress();
        Page page = visit(visitors, "en", true, 1280, 1);

        List<String> reached = new ArrayList<>();
        while (!reached.contains("consent")) {
            page.keyboard().press("Tab");
            String id = focused(page);
            reached.add(id);
            assertThat(reached).as("Fields that were reached by the tabulator").hasSizeLessThan(80);
            switch (id) {
                case "name" -> page.keyboard().type("Ada Byron");
                case "email" -> page.keyboard().type(address);
                case "consent" -> page.keyboard().press("Space");
                default -> {}
            }
        }
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertReceived(page, true, "keyboard");
        assertThat(reached).contains("name", "email").doesNotContain("subject");
        assertThat(campaign.linkSentTo(address)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverDistrustsLinksTypesTheCodeInstead(boolean scripts, Visitors visitors) {
        String address = someAddress();
        Page page = visit(visitors, "ar", scripts, PHONE, 1);
        page.locator("#name").fill("Айгүл Әбенова");
        page.locator("#email").fill(address);
        press(page, "#consent");
        press(page, "button.sign");
        page.locator("bdi.address").waitFor();

        page.locator("#code").fill("1");
        press(page, ".code button");
        page.locator(".errors").waitFor();
        look(page, scripts, "code-wrong");
        page.locator("#code").fill(campaign.codeSentTo(address));
        press(page, "button.main");

        page.locator("input[name=decision]").first().waitFor();
        look(page, scripts, "code-right");
        press(page, "input[value=full]");
        press(page, "button.main");
        page.waitForURL("**/verify/thanks/**");
    }

    @Test
    void nothingComesFromElsewhereAndNothingIsTickedBeforehand(Visitors visitors) {
        Page page = visitors.visitor();
        List<String> hosts = new ArrayList<>();
        page.onRequest(request -> hosts.add(request.url()));

        page.navigate(campaign.address() + "?lang=en");

        assertThat(hosts).isNotEmpty().allMatch(url -> url.startsWith("http://localhost:") || url.startsWith("data:"));
        assertThat(page.locator("input[type=checkbox]:checked").count()).isZero();
        assertThat(page.context().cookies()).isEmpty();
    }

    private Page visit(Visitors visitors, String language, boolean scripts, int width, int zoom) {
        Page page = visitors.visitor(particulars -> particulars
                .setViewportSize(width, 740)
                .setDeviceScaleFactor(zoom)
                .setLocale(language)
                .setJavaScriptEnabled(scripts));
        page.navigate(campaign.address() + "?lang=" + language);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        return page;
    }

    private static void assertReceived(Page page, boolean scripts, String picture) {
        page.locator("bdi.address").waitFor();
        look(page, scripts, picture);
        assertThat(page.locator("bdi.address").textContent()).isEqualTo("s•••y@u•••e.org");
    }

    private static void look(Page page, boolean scripts, String picture) {
        if (scripts) {
            Looks.good(page, "signing-" + picture);
        } else {
            Looks.fits(page, "signing-" + picture + "-plain");
        }
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement ? document.activeElement.id : ''");
    }
}
