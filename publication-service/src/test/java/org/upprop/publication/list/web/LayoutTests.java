package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;

class LayoutTests {

    private static final URI HERE = URI.create("https://upprop.example");
    private static final PublicUrls URLS = new PublicUrls(HERE, HERE, HERE);

    private static final Instant SIGNED = Instant.parse("2022-01-12T09:30:15Z");
    private static final Words ENGLISH = Layout.WORDS.in("en");

    private final Layout layout = new Layout();

    @Test
    void showsAHostileNameAsTheTextThatItIs() {
        String page = page(person("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "A < B & C"));

        assertThat(page)
                .doesNotContain("<script", "<img")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("A &lt; B &amp; C");
    }

    @Test
    void linksAWebsiteButNoAddressThatWouldRun() {
        assertThat(page(organisation("Union", "https://union.example.org/a?b=c&d=\"e")))
                .doesNotContain("href=\"https://union.example.org/a?b=c&d=\"e")
                .doesNotContain("href=\"https://union.example.org/a?b=c&amp;d=\"");
        assertThat(page(organisation("Union", "https://union.example.org/about")))
                .contains("<a href=\"https://union.example.org/about\" rel=\"nofollow noopener\"><bdi>Union</bdi></a>");
        assertThat(page(organisation("Union", "javascript:alert(1)")))
                .doesNotContain("javascript:")
                .contains("<bdi>Union</bdi>");
    }

    @Test
    void quotesACommentAsItWasWrittenAndRunsNothingInIt() {
        assertThat(page(person("Ada", null, "Hello\n<b>you</b>\" & =1")))
                .contains("<blockquote dir=\"auto\">Hello\n&lt;b&gt;you&lt;/b&gt;\" &amp; =1</blockquote>");
        assertThat(page(person("Ada", null, null))).doesNotContain("<blockquote");
    }

    @Test
    void keepsANameFromTurningTheTextAroundIt() {
        assertThat(page(person("ليلى حداد", null, null))).contains("<bdi>ليلى حداد</bdi>");
    }

    @Test
    void loadsNothingFromElsewhereAndRunsNothing() {
        String page = page(organisation("Union", "https://union.example.org"), person("Ada", "Baker", "Hello\nyou"));

        assertThat(page)
                .doesNotContain("<script", " style=", "<style", " onclick", "@import")
                .contains("<link rel=\"stylesheet\" href=\"" + layout.stylesheet() + "\">");
    }

    @Test
    void saysItsTimeAndHowFarTheGoalIs() {
        assertThat(page(person("Ada", null, null)))
                .contains("<progress aria-label=\"Progress to the goal\" value=\"1234\" max=\"5000\">")
                .contains("1,234 of 5,000")
                .contains("34 of them are counted and not shown")
                .contains("<time datetime=\"2022-01-12T10:00:00Z\">12 January 2022 at 10:00 UTC</time>");
    }

    @Test
    void namesTheAppealInItsOwnLanguage() {
        assertThat(page(new ListView.Heading("مع شعب كازاخستان", "ar")))
                .contains("<span lang=\"ar\" dir=\"rtl\">مع شعب كازاخستان</span>")
                .contains("<title>Signatories: مع شعب كازاخستان</title>");
    }

    @Test
    void showsTheListEvenWhereTheAppealIsUnread() {
        assertThat(page((ListView.Heading) null))
                .contains("<title>Signatories</title>")
                .contains("<bdi>Ada</bdi>");
    }

    private String page(ListView.@Nullable Heading heading) {
        return page(heading, person("Ada", null, null));
    }

    @Test
    void leadsFromEachNameToWhereItIsReported() {
        ListedSignatory ada = person("Ada <3", null, null);

        assertThat(page(ada))
                .contains(
                        "<a href=\"https://upprop.example/report/" + ada.id() + "?lang=en\"", ": <bdi>Ada &lt;3</bdi>");
    }

    private String page(ListedSignatory... names) {
        return page(new ListView.Heading("Solidarity", "en"), names);
    }

    private String page(ListView.@Nullable Heading heading, ListedSignatory... names) {
        List<NameView> shown = List.of(names).stream()
                .map(name -> NameView.of(name, ENGLISH, URLS))
                .toList();
        ListView view = new ListView(
                new Frame(ENGLISH, layout.stylesheet(), new Addresses(null, null, null).inEachLanguage()),
                heading,
                new ShownCount(1234L, new ShownCount.Parts(1200, 34, 34)),
                5000,
                true,
                URI.create("https://example.org/appeals/solidarity"),
                List.of(),
                shown,
                null,
                null,
                Instant.parse("2022-01-12T10:00:00Z"));
        return new String(layout.render("list.jte", view), StandardCharsets.UTF_8);
    }

    private static ListedSignatory person(String name, @Nullable String role, @Nullable String comment) {
        return new ListedSignatory(
                UUID.randomUUID(),
                SignatoryKind.INDIVIDUAL,
                name,
                role,
                null,
                "Almaty",
                "KZ",
                null,
                null,
                null,
                comment,
                SIGNED);
    }

    private static ListedSignatory organisation(String name, String website) {
        return new ListedSignatory(
                UUID.randomUUID(),
                SignatoryKind.ORGANISATION,
                name,
                null,
                null,
                null,
                "SE",
                website,
                OrganisationType.TRADE_UNION,
                "Parent",
                null,
                SIGNED);
    }
}
