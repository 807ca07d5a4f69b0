package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.local.Campaign.organisation;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;
import static org.upprop.local.browser.Visitors.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.local.browser.InBrowser;
import org.upprop.local.browser.Looks;
import org.upprop.local.browser.Visitors;
import org.upprop.local.stack.StackUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * People at a browser decide behind the link of their mail, change what stands and take it back; and a machine that does
 * all that it can do without choosing anything. Of every page that people saw a picture is left in {@code target/browser}.
 */
@InBrowser
@ExtendWith(StackUnderTest.Shared.class)
class DecidingIT {

    private static final List<String> LANGUAGES = List.of("sv", "en", "ru", "kk", "ar");
    private static final int PHONE = 360;

    /** A window of 1280 pixels at 200 % has half of them to show a page in. */
    private static final int HALF_A_WINDOW = 640;

    private final Campaign campaign;
    private final String token;

    DecidingIT(StackUnderTest stack) {
        this.campaign = Campaign.talkingIn(stack.ports(), stack.token());
        this.token = stack.token();
    }

    /** Without scripts the markup is the same, so one language of each direction is enough there. */
    static Stream<Arguments> languagesAndScripts() {
        return Stream.concat(
                LANGUAGES.stream().map(tag -> Arguments.of(tag, true)),
                Stream.of("sv", "ar").map(tag -> Arguments.of(tag, false)));
    }

    @ParameterizedTest
    @MethodSource("languagesAndScripts")
    void aPersonDecidesAndChangesItsMindOnAPhone(String language, boolean scripts, Visitors visitors) {
        Campaign.Link link = signed(person("Айгүл Әбенова", someAddress()).put("role", "медбике"), language);
        Page page = visit(visitors, link.page(), language, scripts, PHONE, 1);

        look(page, scripts, "decide-" + language);
        assertThat(page.locator(".choice:has(#initials-with-role) .entry").textContent())
                .contains("А. Ә.", "медбике", "Göteborg");
        press(page, "#initials-with-role");
        press(page, "button.main");

        page.waitForURL("**/verify/thanks/**decision=initials-with-role");
        look(page, scripts, "thanks-" + language);
        assertThat(page.url()).doesNotContain(link.token());
        assertThat(page.locator("ul.share a").all()).hasSize(4);

        page.navigate(link.manage());
        look(page, scripts, "manage-" + language);
        assertThat(page.locator("main .entry").first().textContent())
                .contains("А. Ә.", "медбике")
                .doesNotContain("Әбенова");
        press(page, "#initials");
        press(page, "form:has(#initials) button");
        page.waitForURL("**done=saved");
        assertThat(page.locator("main .entry").first().textContent())
                .contains("А. Ә.")
                .doesNotContain("медбике");
        page.locator("#name").fill("Айгүл Әбенқызы");
        page.locator("#country").selectOption("KZ");
        press(page, "form:has(#name) button");
        page.locator("button[name=back]").waitFor();
        look(page, scripts, "preview-" + language);
        press(page, "#full");
        press(page, "button.main");

        page.waitForURL("**done=saved");
        look(page, scripts, "changed-" + language);
        assertThat(page.locator("main .entry").first().textContent()).contains("Айгүл Әбенқызы", "медбике");

        press(page, "#withdraw");
        press(page, "form:has(#withdraw) button");
        page.waitForURL("**/verify/thanks/**/withdrawn**");
        look(page, scripts, "withdrawn-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "ru", "kk", "ar"})
    void anOrganisationIsSignedForAtTwiceTheSize(String language, Visitors visitors) {
        ObjectNode union = organisation("«Жаңаөзен» кәсіподағы", someAddress(), "https://union.example");
        Campaign.Link link = signed(union, language);
        Page page = visit(visitors, link.page(), language, true, HALF_A_WINDOW, 2);

        look(page, true, "decide-organisation-" + language);
        press(page, "#authorised");
        press(page, "button.main");
        page.waitForURL("**/verify/thanks/**/awaiting-review**");
        look(page, true, "thanks-organisation-" + language);

        campaign.approve(campaign.awaitWaiting(1).getFirst());
        page.navigate(link.manage());
        page.locator("#organisation").fill("");
        page.locator("#contactRole").fill("=1+1");
        press(page, "form:has(#organisation) button");
        page.locator(".errors").waitFor();
        look(page, true, "mistakes-organisation-" + language);
        assertThat(page.locator(".errors a").all()).hasSize(2);
        assertThat(page.locator("#contactRole").inputValue()).isEqualTo("=1+1");
        page.locator("#organisation").fill("«Жаңаөзен» тәуелсіз кәсіподағы");
        page.locator("#contactRole").fill("Secretary");
        press(page, "form:has(#organisation) button");
        page.locator("button[name=back]").waitFor();
        look(page, true, "preview-organisation-" + language);
        press(page, "button.main");
        page.waitForURL("**done=review");
        look(page, true, "waiting-organisation-" + language);
        assertThat(page.locator("main .entry").all()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("languagesAndScripts")
    void whoeverHasNoLinkThatWorksAsksForTheOwnOnes(String language, boolean scripts, Visitors visitors) {
        String address = someAddress();
        Campaign.Link link = signed(person("Ada Lovelace", address), language);
        Page page = visit(visitors, link.page() + "x", language, scripts, PHONE, 1);

        look(page, scripts, "no-link-" + language);
        press(page, "main .ways li:first-child a");
        page.waitForURL("**/links?**");
        press(page, "main .ways a[href*='" + campaign.slug() + "']");
        page.locator("#email").waitFor();
        press(page, "button.main");
        page.locator(".errors").waitFor();
        look(page, scripts, "links-wrong-" + language);
        page.locator("#email").fill(address);
        press(page, "button.main");
        page.waitForURL("**/asked?**");
        look(page, scripts, "links-asked-" + language);
    }

    @ParameterizedTest
    @CsvSource({"sv, false", "ar, true"})
    void aReaderReportsANameOnTheList(String language, boolean scripts, Visitors visitors) {
        String name = "Ada Byron";
        Campaign.Link link = signed(person(name, someAddress()), language);
        assertThat(campaign.decide(link, "full").statusCode()).isEqualTo(200);
        campaign.awaitNames(name);
        Page page = visitors.visitor(particulars ->
                particulars.setViewportSize(PHONE, 740).setLocale(language).setJavaScriptEnabled(scripts));

        page.navigate(campaign.listAddress());
        press(page, ".reports a");
        press(page, ".names .report");
        page.waitForURL("**/report/**");
        page.navigate(page.url().replaceAll("\\?.*", "?lang=" + language));
        look(page, scripts, "report-" + language);
        assertThat(page.locator("input:checked").count()).isZero();
        press(page, "button.main");
        page.locator(".errors").waitFor();
        look(page, scripts, "report-wrong-" + language);
        press(page, "#not-me");
        page.locator("#comment").fill("لم أوقّع");
        press(page, "button.main");
        page.locator("form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        look(page, scripts, "reported-" + language);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "ar"})
    void aCommentIsShownOnceAReviewerHasReadItOnAPhone(String language, Visitors visitors) {
        String name = "Айгүл Әбенова " + language;
        String comment = "We stand <b>with</b> you: " + "solidarity".repeat(6) + "\nبكل الحب, " + language;
        Campaign.Link link = signed(person(name, someAddress()).put("comment", comment), language);
        Page page = visit(visitors, link.page(), language, true, PHONE, 1);
        look(page, true, "decide-comment-" + language);
        assertThat(page.locator(".said").textContent()).isEqualTo(comment);
        press(page, "#full");
        press(page, "button.main");
        page.waitForURL("**/verify/thanks/**");
        page.navigate(link.manage());
        look(page, true, "manage-comment-" + language);
        assertThat(awaitListed(name).path("comment").isNull()).isTrue();

        String spoken = language.equals("sv") ? "sv" : "en";
        Page desk = visitors.visitor(
                particulars -> particulars.setViewportSize(PHONE, 740).setLocale(spoken));
        desk.navigate(campaign.signInAddress());
        desk.locator("input[type=password]").fill(token);
        press(desk, "main button");
        desk.waitForURL("**/reviews");
        look(desk, true, "reviews-" + spoken);
        press(desk, "nav a[href='/reviews/comments']");
        desk.waitForURL("**/reviews/comments");
        Locator card = desk.locator("article").filter(new Locator.FilterOptions().setHasText(name));
        card.locator("summary").click();
        look(desk, true, "review-comment-" + language);
        assertThat(card.locator(".said").textContent()).isEqualTo(comment);
        card.locator("button.main").click();
        desk.waitForURL("**said=comment-release**");
        look(desk, true, "reviewed-comment-" + language);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(awaitListed(name).path("comment").asString(""))
                                .isEqualTo(comment));
        Page list = visitors.visitor(particulars -> particulars.setViewportSize(PHONE, 740));
        list.navigate(campaign.listAddress());
        look(list, true, "list-comment-" + language);
        assertThat(list.locator("li:has-text('" + name + "') blockquote").textContent())
                .isEqualTo(comment);

        page.navigate(link.manage());
        press(page, "#comment");
        press(page, "form:has(#comment) button");
        page.waitForURL("**done=comment");
        look(page, true, "removed-comment-" + language);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> awaitListed(name).path("comment").isNull());
    }

    @Test
    void theKeyboardAloneIsEnough(Visitors visitors) {
        Campaign.Link link = signed(person("Ada Byron", someAddress()), "en");
        Page page = visit(visitors, link.page(), "en", true, 1280, 1);

        tabTo(page, "full");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**decision=initials");

        page.navigate(link.manage());
        tabTo(page, "name");
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("Ada Lovelace");
        page.keyboard().press("Enter");
        page.locator("button[name=back]").waitFor();
        page.keyboard().press("Tab");
        tabTo(page, "initials");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**done=saved");

        tabTo(page, "withdraw");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/withdrawn**");
    }

    @Test
    void nothingComesFromElsewhereAndNothingIsDecidedBeforehand(Visitors visitors) {
        Campaign.Link link = signed(person("Ada Byron", someAddress()), "en");
        Page page = visitors.visitor();
        List<String> hosts = new ArrayList<>();
        page.onRequest(request -> hosts.add(request.url()));

        page.navigate(link.page());

        assertThat(hosts).isNotEmpty().allMatch(url -> url.startsWith("http://localhost:"));
        assertThat(page.locator("input:checked").count()).isZero();
        assertThat(page.context().cookies()).isEmpty();
        press(page, "button.main");
        assertThat(page.locator("#full").evaluate("input => input.validity.valueMissing"))
                .isEqualTo(true);
    }

    @Test
    void aBrowserThatFollowsEveryLinkAndSendsEveryFormAsItIsChangesNothing(Visitors visitors) {
        Map<String, Campaign.Link> links = new LinkedHashMap<>();
        links.put("pending", signed(person("Ada Byron", someAddress()), "en"));
        links.put("listed", decided(person("Айгүл Әбенова", someAddress()).put("comment", "Біз біргеміз"), "initials"));
        links.put(
                "awaiting-review",
                decided(organisation("Union", someAddress(), "https://union.example"), "authorised"));
        Campaign.Link changing =
                decided(organisation("Dockers", someAddress(), "https://dockers.example"), "authorised");
        campaign.awaitWaiting(2).stream()
                .filter(waiting -> waiting.path("name").asString().equals("Dockers"))
                .forEach(campaign::approve);
        rename(visitors, changing, "Dockers and Sailors");
        links.put("change-awaiting-review", changing);
        Map<String, JsonNode> before = new LinkedHashMap<>();
        links.forEach((state, link) -> {
            before.put(state, campaign.everythingAbout(link));
            assertThat(before.get(state).path("state").asString()).isEqualTo(state);
        });

        Page page = visitors.visitor();
        int forms = 0;
        for (Campaign.Link link : links.values()) {
            forms += wander(page, link.page());
            forms += wander(page, link.manage());
        }
        forms += wander(page, links.get("listed").links() + "/" + campaign.slug());

        assertThat(forms).as("Forms that were sent").isGreaterThan(50);
        links.forEach(
                (state, link) -> assertThat(campaign.everythingAbout(link)).isEqualTo(before.get(state)));
    }

    /** What a scanner does: goes wherever the service's own links lead, and sends every form it finds in every way. */
    private static int wander(Page page, String start) {
        Deque<String> ahead = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        Set<String> formsSent = new HashSet<>();
        int sent = 0;
        while (!ahead.isEmpty()) {
            String address = ahead.poll();
            if (!seen.add(address)) {
                continue;
            }
            if (address.endsWith("/data")) {
                page.request().get(address);
                continue;
            }
            page.navigate(address);
            ahead.addAll(linksWithin(page, start));
            if (formsSent.add(address.replaceAll("[?#].*", ""))) {
                sent += sendForms(page, address, List.of());
            }
        }
        return sent;
    }

    /** Also the forms of the page that comes of the first. */
    private static int sendForms(Page page, String address, List<Integer> path) {
        int ways = ways(page);
        int sent = 0;
        for (int way : IntStream.range(0, ways).toArray()) {
            page.navigate(address);
            path.forEach(step -> send(page, step));
            send(page, way);
            sent++;
            if (path.isEmpty()) {
                sent += sendForms(page, address, List.of(way));
            }
        }
        return sent;
    }

    /** Each form by each of its buttons, and once by no button, as no person can. */
    private static int ways(Page page) {
        return ((Number) page.evaluate(
                        "[...document.forms].reduce((n, form) => n + 1 + form.querySelectorAll('button').length, 0)"))
                .intValue();
    }

    private static void send(Page page, int way) {
        page.waitForNavigation(() -> page.evaluate("""
                way => {
                  const ways = [...document.forms].flatMap(form => [
                    () => HTMLFormElement.prototype.submit.call(form),
                    ...[...form.querySelectorAll('button')].map(button => () => {
                      form.noValidate = true;
                      form.requestSubmit(button);
                    })]);
                  ways[way]();
                }""", way));
    }

    private static List<String> linksWithin(Page page, String start) {
        String origin = start.substring(0, start.indexOf('/', "http://".length()));
        return page.locator("a[href]").all().stream()
                .map(link -> URI.create(page.url())
                        .resolve(link.getAttribute("href"))
                        .toString())
                .filter(link -> link.startsWith(origin + "/"))
                .map(link -> link.replaceAll("#.*", ""))
                // The same page in another language has the same forms.
                .filter(link -> !link.contains("lang="))
                .toList();
    }

    /** How the list shows somebody, once it does. */
    private JsonNode awaitListed(String name) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> campaign.items()
                                .filter(item -> item.path("name").asString().equals(name))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static void rename(Visitors visitors, Campaign.Link link, String name) {
        Page page = visitors.visitor();
        page.navigate(link.manage());
        page.locator("#organisation").fill(name);
        press(page, "form:has(#organisation) button");
        page.locator("button[name=back]").waitFor();
        press(page, "button.main");
        page.waitForURL("**done=review");
    }

    private Campaign.Link signed(ObjectNode signature, String language) {
        campaign.submitUntilAccepted(signature.put("locale", language));
        return campaign.linkSentTo(signature.path("email").asString());
    }

    private Campaign.Link decided(ObjectNode signature, String decision) {
        Campaign.Link link = signed(signature, "en");
        assertThat(campaign.decide(link, decision).statusCode()).isEqualTo(200);
        return link;
    }

    private static Page visit(
            Visitors visitors, String address, String language, boolean scripts, int width, int zoom) {
        Page page = visitors.visitor(particulars -> particulars
                .setViewportSize(width, 740)
                .setDeviceScaleFactor(zoom)
                .setLocale(language)
                .setJavaScriptEnabled(scripts));
        page.navigate(address);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        return page;
    }

    private static void tabTo(Page page, String id) {
        int steps = 0;
        while (!page.evaluate("document.activeElement ? document.activeElement.id : ''")
                .equals(id)) {
            page.keyboard().press("Tab");
            assertThat(++steps).as("Steps to " + id).isLessThan(60);
        }
    }

    private static void look(Page page, boolean scripts, String picture) {
        if (scripts) {
            Looks.good(page, "deciding-" + picture);
        } else {
            Looks.fits(page, "deciding-" + picture + "-plain");
        }
    }
}
