package org.upprop.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.local.Campaign.someAddress;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upprop.local.browser.InBrowser;
import org.upprop.local.browser.Visitors;
import org.upprop.local.republisher.RepublisherSite;
import org.upprop.local.stack.StackUnderTest;

/** What readers of other sites can do there, whose policy allows nothing but themselves and the intake service. */
@InBrowser
@ExtendWith(StackUnderTest.Shared.class)
class EmbedIT {

    private final StackUnderTest stack;
    private final List<RepublisherSite> sites = new ArrayList<>();

    EmbedIT(StackUnderTest stack) {
        this.stack = stack;
    }

    @AfterEach
    void close() {
        sites.forEach(RepublisherSite::close);
    }

    @Test
    void aPersonSignsOnThePageOfASource(Visitors visitors) throws IOException {
        Republished here = republished();
        String address = someAddress();
        Page page = visitors.visitor();

        page.navigate(here.site().origin() + "/?lang=en");
        fillIn(page, "Ada Lovelace", address);
        page.getByRole(AriaRole.BUTTON, named("Sign")).click();

        assertThat(page.getByText("One step left")).isFocused();
        here.campaign().decide(here.campaign().linkSentTo(address), "full");
        here.campaign().awaitNames("Ada Lovelace");
    }

    @Test
    void aPersonWhoOpensNoLinksTypesTheCodeOfTheMail(Visitors visitors) throws IOException {
        Republished here = republished();
        String address = someAddress();
        Page page = visitors.visitor();

        page.navigate(here.site().origin() + "/?lang=en");
        fillIn(page, "Ada Lovelace", address);
        page.getByRole(AriaRole.BUTTON, named("Sign")).click();
        assertThat(page.locator(".received")).containsText("noreply@localhost");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        Page code = page.waitForPopup(() ->
                page.getByRole(AriaRole.LINK, linkNamed("Or type the code")).press("Enter"));
        code.getByLabel("The six digits").fill(here.campaign().codeSentTo(address));
        code.getByRole(AriaRole.BUTTON, named("Go on")).click();

        assertThat(code).hasURL(Pattern.compile(".*/verify/[^/]+\\?lang=en"));
        Page lost = page.waitForPopup(
                () -> page.getByRole(AriaRole.LINK, linkNamed("Signed before?")).press("Enter"));
        assertThat(lost).hasURL(Pattern.compile(".*/links/" + here.slug() + "\\?lang=en"));
    }

    @Test
    void anOrganisationSignsOnThePageOfASource(Visitors visitors) throws IOException {
        Republished here = republished();
        String address = someAddress();
        Page page = visitors.visitor();

        page.navigate(here.site().origin() + "/?lang=en");
        page.getByLabel("I sign for an organisation").check();
        page.getByLabel("Name of the organisation").fill("Gruvarbetarna");
        page.getByLabel("What kind of organisation").selectOption("trade-union");
        page.getByLabel("Website").fill(address.substring(address.indexOf('@') + 1));
        page.getByLabel("E-mail address").fill(address);
        page.getByLabel("Country or territory").selectOption("SE");
        page.getByRole(AriaRole.TEXTBOX, named("Your name")).fill("Elsa Berg");
        page.getByLabel("Your role in the organisation").fill("ordförande");
        page.getByLabel("I may sign for this organisation").check();
        page.getByLabel("I have read this and agree").check();
        page.getByRole(AriaRole.BUTTON, named("Sign")).click();

        assertThat(page.getByText("One step left")).isVisible();
        here.campaign().decide(here.campaign().linkSentTo(address), "authorised");
        here.campaign().awaitNames("Gruvarbetarna");
    }

    @Test
    void nobodySignsOnThePageOfASiteThatIsNoSource(Visitors visitors) throws IOException {
        String slug = Campaign.newSlug();
        RepublisherSite source = site(slug);
        RepublisherSite other = site(slug);
        Campaign campaign = republished(slug, source.origin());
        String address = someAddress();
        Page page = visitors.visitor();

        page.navigate(other.origin() + "/?lang=en");

        Locator wayOut = page.locator("div a[href*='/appeals/" + slug + "']");
        assertThat(wayOut.last()).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(0);
        // What needs no leave of the other side: a form, sent without looking at the answer.
        int status = (int) page.evaluate("""
                ([address, form]) => fetch(address, {method: 'POST', body: new URLSearchParams(form), mode: 'no-cors'})
                    .then(answer => answer.status, () => -1)
                """, List.of(campaign.address(), campaign.form("Ada", address)));
        assertThat(status).as("an answer that the page may not see").isZero();
        page.navigate(other.origin() + "/ram?lang=en");
        assertThat(page.frameLocator("iframe").getByRole(AriaRole.BUTTON)).hasCount(0);

        campaign.sign(Campaign.person("Grace", someAddress()), "full");
        campaign.awaitNames("Grace");
        assertThat(campaign.linksSentTo(address)).isEmpty();
    }

    @Test
    void aPersonSignsInAFrameWithoutScripts(Visitors visitors) throws IOException {
        Republished here = republished();
        String address = someAddress();
        Page page = visitors.visitor(options -> options.setJavaScriptEnabled(false));

        page.navigate(here.site().origin() + "/ram?lang=en");
        FrameLocator frame = page.frameLocator("iframe");
        frame.getByRole(AriaRole.BUTTON, signing()).click();
        assertThat(frame.getByText("Write your e-mail address.").first()).isVisible();
        frame.locator("#name").fill("Ada Lovelace");
        frame.locator("#email").fill(address);
        frame.locator("#consent").check();
        frame.getByRole(AriaRole.BUTTON, signing()).click();

        assertThat(frame.getByText("One step left")).isVisible();
        assertThat(page.url()).startsWith(here.site().origin());
        // Filled in faster than anybody reads, it waits for a reviewer from here on.
        here.campaign().linkSentTo(address);
    }

    @Test
    void aSignatureKeepsItsKeyThroughAnOutageAndAProofOfWork(Visitors visitors) throws IOException {
        Republished here = republished();
        String address = someAddress();
        String challenge =
                here.campaign().get(here.campaign().challengeAddress()).body();
        List<Map<String, String>> sent = new ArrayList<>();
        Page page = visitors.visitor();
        page.route("**/signatures", route -> {
            sent.add(route.request().headers());
            switch (sent.size()) {
                case 1 -> route.abort();
                case 2 ->
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(429)
                            .setHeaders(Map.of(
                                    "Access-Control-Allow-Origin", here.site().origin(), "Retry-After", "60"))
                            .setBody("{\"challenge\": %s}".formatted(challenge)));
                default -> route.resume();
            }
        });

        page.navigate(here.site().origin() + "/?lang=en");
        fillIn(page, "Ada Lovelace", address);
        page.getByRole(AriaRole.BUTTON, named("Sign")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        page.getByRole(AriaRole.BUTTON, named("Sign")).click();

        assertThat(page.getByText("One step left")).isVisible();
        here.campaign().linkSentTo(address);
        assertThat(sent).hasSize(3);
        assertThat(sent)
                .extracting(headers -> headers.get("idempotency-key"))
                .containsOnly(sent.getFirst().get("idempotency-key"));
        assertThat(sent.getLast().get("upprop-pass")).contains(":");
    }

    @Test
    void mistakesStandAtTheirFieldsAndTheKeyboardLeadsToThem(Visitors visitors) throws IOException {
        Republished here = republished();
        Page page = visitors.visitor();

        page.navigate(here.site().origin() + "/?lang=en");
        fillIn(page, "", "no address");
        page.getByRole(AriaRole.BUTTON, named("Sign")).press("Enter");

        Locator errors = page.getByRole(AriaRole.ALERT);
        assertThat(errors).isFocused();
        assertThat(errors.getByRole(AriaRole.LINK)).hasCount(2);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        Locator name = page.getByRole(AriaRole.TEXTBOX, named("Your name"));
        assertThat(name).isFocused();
        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name).hasAccessibleDescription(Pattern.compile("Error: Write your name\\..*"));
        assertThat(page.getByLabel("E-mail address")).hasValue("no address");
    }

    @Test
    void aSlipInAnAddressIsAskedAboutByTheKeyboardAndMended(Visitors visitors) throws IOException {
        Republished here = republished();
        String meant = at("gmail.com");
        List<String> sent = new ArrayList<>();
        Page page = visitors.visitor();
        noting(sent, page);

        page.navigate(here.site().origin() + "/?lang=en");
        fillIn(page, "Ada Lovelace", meant.replace("gmail", "gmial"));
        page.getByRole(AriaRole.BUTTON, named("Sign")).press("Enter");

        Locator question = page.getByRole(AriaRole.GROUP, named("Did you mean " + meant));
        assertThat(question).isFocused();
        assertThat(question).hasAccessibleDescription(Pattern.compile("Your signature has not been sent yet\\..*"));
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(sent).isEmpty();
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Yes, use this address")))
                .isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByText("One step left")).isFocused();
        assertThat(page.locator(".received bdi").first())
                .hasText(meant.charAt(0) + "•••" + lastBeforeAt(meant) + "@gmail.com");
        assertThat(sent).singleElement().asString().contains(meant);
        here.campaign().linkSentTo(meant);
    }

    @Test
    void anAddressThatLooksLikeASlipIsTakenWhereItsOwnerKeepsIt(Visitors visitors) throws IOException {
        Republished here = republished();
        String kept = at("gmial.com");
        List<String> sent = new ArrayList<>();
        Page page = visitors.visitor();
        noting(sent, page);

        page.navigate(here.site().origin() + "/?lang=en");
        fillIn(page, "Ada Lovelace", at("hotmial.com"));
        page.getByRole(AriaRole.BUTTON, named("Sign")).click();
        assertThat(page.getByText("Did you mean")).isVisible();
        page.getByLabel("E-mail address").fill(kept);
        assertThat(page.getByText("Did you mean")).hasCount(0);
        page.getByRole(AriaRole.BUTTON, named("Sign")).click();
        page.getByRole(AriaRole.BUTTON, named("No, sign with what I typed")).press("Enter");

        assertThat(page.locator(".received bdi").first())
                .hasText(kept.charAt(0) + "•••" + lastBeforeAt(kept) + "@g•••l.com");
        assertThat(sent).singleElement().asString().contains(kept);
        here.campaign().linkSentTo(kept);
    }

    @Test
    void aSignatureIsSentWhereNobodyAnswersWhetherTheAddressIsRight(Visitors visitors) throws IOException {
        Republished here = republished();
        String broken = at("gmial.com");
        Page page = visitors.visitor();
        page.route("**/embed/address", Route::abort);

        page.navigate(here.site().origin() + "/?lang=en");
        fillIn(page, "Ada Lovelace", broken);
        page.getByRole(AriaRole.BUTTON, named("Sign")).click();
        assertThat(page.getByText("One step left")).isVisible();
        assertThat(page.locator(".received bdi").first()).hasText(broken.charAt(0) + "•••@g•••.com");
        here.campaign().linkSentTo(broken);

        String silent = at("gmial.com");
        page.unroute("**/embed/address");
        page.route("**/embed/address", unanswered -> {});
        page.getByRole(AriaRole.BUTTON, named("Correct the address")).click();
        page.getByLabel("E-mail address").fill(silent);
        page.getByRole(AriaRole.BUTTON, named("Sign")).click();
        page.getByText("One step left").waitFor();
        here.campaign().linkSentTo(silent);
    }

    @ParameterizedTest
    @CsvSource({"sv, ltr", "en, ltr", "ru, ltr", "kk, ltr", "ar, rtl"})
    void theFormFitsANarrowScreenInEveryLanguage(String language, String dir, Visitors visitors) throws IOException {
        Republished here = republished();
        Page page = visitors.visitor(options -> options.setViewportSize(360, 740));

        page.navigate(here.site().origin() + "/?lang=" + language);

        Locator box = page.locator("section.box");
        assertThat(box).isVisible();
        assertThat(box).hasAttribute("lang", language);
        assertThat(box).hasAttribute("dir", dir);
        assertThat((boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("no scrolling sideways")
                .isTrue();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    private RepublisherSite site(String slug) throws IOException {
        RepublisherSite site =
                RepublisherSite.open(0, "http://localhost:" + stack.ports().intake(), slug, RepublisherSite.SOURCE);
        sites.add(site);
        return site;
    }

    private Republished republished() throws IOException {
        String slug = Campaign.newSlug();
        RepublisherSite site = site(slug);
        return new Republished(slug, site, republished(slug, site.origin()));
    }

    private Campaign republished(String slug, String origin) {
        return Campaign.republishedIn(stack.ports(), stack.token(), slug, RepublisherSite.SOURCE, origin);
    }

    private static void fillIn(Page page, String name, String address) {
        page.getByRole(AriaRole.TEXTBOX, named("Your name")).fill(name);
        page.getByLabel("E-mail address").fill(address);
        page.getByLabel("I have read this and agree").check();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void noting(List<String> sent, Page page) {
        page.onRequest(request -> {
            if (request.url().endsWith("/signatures") && request.method().equals("POST")) {
                sent.add(request.postData());
            }
        });
    }

    private static String at(String domain) {
        return "a" + UUID.randomUUID() + "@" + domain;
    }

    private static char lastBeforeAt(String address) {
        return address.charAt(address.indexOf('@') - 1);
    }

    private static Page.GetByRoleOptions linkNamed(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static FrameLocator.GetByRoleOptions signing() {
        return new FrameLocator.GetByRoleOptions().setName("Sign").setExact(true);
    }

    /** An appeal, and the site that republishes it. */
    private record Republished(String slug, RepublisherSite site, Campaign campaign) {}
}
