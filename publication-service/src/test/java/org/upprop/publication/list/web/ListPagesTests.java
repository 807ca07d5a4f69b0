package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.publication.list.web.Names.organisation;
import static org.upprop.publication.list.web.Names.person;
import static org.upprop.publication.list.web.RenderedList.aList;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.publication.list.ListPlace;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.signature.OrganisationType;
import org.upprop.site.Language;

class ListPagesTests {

    private static final String ONE = "Ada";

    @Test
    void showsAHostileNameAsTheTextThatItIs() {
        assertThat(page(person("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "A < B & C")))
                .doesNotContain("<script>", "<img")
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
        assertThat(page(person(ONE, null, "Hello\n<b>you</b>\" & =1")))
                .contains("<blockquote dir=\"auto\">Hello\n&lt;b&gt;you&lt;/b&gt;\" &amp; =1</blockquote>");
        assertThat(page(person(ONE, null, null))).doesNotContain("<blockquote");
    }

    @Test
    void keepsANameFromTurningTheTextAroundIt() {
        assertThat(page(person("ليلى حداد", "شاعرة", null)))
                .contains("<bdi>ليلى حداد</bdi>")
                .contains("<p><bdi>شاعرة</bdi> · <bdi>Almaty</bdi> · Kazakhstan · 12 January 2022</p>");
    }

    @Test
    void loadsNothingFromElsewhereAndRunsOneScriptOfItsOwn() {
        assertThat(page(organisation("Union", "https://union.example.org"), person(ONE, "Baker", "Hello\nyou")))
                .containsOnlyOnce("<script")
                .contains("<script src=\"" + RenderedList.ASSETS.address("list.js") + "\" defer></script>")
                .doesNotContain(" style=", "<style", " onclick", "@import")
                .contains("<link rel=\"stylesheet\" href=\"" + RenderedList.ASSETS.address("list.css") + "\">");
    }

    @Test
    void saysItsTimeAndHowFarTheGoalIs() {
        assertThat(aList().in("en"))
                .contains("<progress aria-label=\"Progress to the goal\" value=\"500\" max=\"500\">")
                .contains("1,234 of 500", "34 organisations, 1,200 people.")
                .contains("34 of them are counted and not shown")
                .contains("<time datetime=\"2022-01-12T10:00:00Z\">12 January 2022 at 10:00 UTC</time>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "ru", "kk", "ar"})
    void speaksTheLanguageOfTheReader(String language) {
        assertThat(aList().of(person(ONE, null, null)).in(language))
                .contains("<html lang=\"%s\" dir=\"%s\">".formatted(language, new Language(language).dir()))
                .contains("<label for=\"q\">" + ListWords.WORDS.in(language).say("find.name"))
                .contains("<meta name=\"robots\" content=\"noindex\">");
    }

    @Test
    void namesTheAppealInTheLanguageThatItHas() {
        assertThat(aList().in("ar"))
                .contains("<span lang=\"sv\" dir=\"ltr\">Bröd åt alla</span>")
                .contains("<title lang=\"ar\" dir=\"rtl\">");
        assertThat(aList().in("en")).contains("Signatories: Bread for all</title>");
    }

    @Test
    void showsTheListEvenWhereTheAppealIsUnread() {
        assertThat(aList().ofAppeal(null)
                        .of(organisation("Union", "https://example.org"))
                        .in("en"))
                .contains(">Signatories</title>", "<bdi>Union</bdi>")
                .doesNotContain("#sign");
    }

    @Test
    void leadsToTheAppealAndItsFormWhileItIsOpen() {
        assertThat(aList().asked("source", "gryning").in("en"))
                .contains("href=\"https://upprop.example/appeals/bread?source=gryning#sign\"")
                .contains("href=\"https://upprop.example/appeals/bread?source=gryning\"");
    }

    @Test
    void leadsFromEachNameToWhereItIsReportedOnceSomebodyWantsTo() {
        ListedSignatory ada = person("Ada <3", null, null);

        assertThat(page(ada)).contains("<a href=\"?report=1\"").doesNotContain("/report/");
        assertThat(aList().of(ada).asked("report", "1").in("en"))
                .contains("href=\"https://upprop.example/report/%s?lang=en\" aria-label=\"Report: Ada &lt;3\">"
                        .formatted(ada.id()))
                .doesNotContain("Is one of these names wrong");
    }

    @Test
    void keepsInTheFormWhatWasLookedFor() {
        assertThat(aList().asked("q", "\"ад <").in("sv"))
                .contains("value=\"&#34;ад &lt;\"", "<a href=\"?\">Visa alla</a>", "Ingen på listan stämmer");
        assertThat(aList().asked("kind", "individual").in("sv"))
                .contains("<option value=\"individual\" selected>Personer");
        assertThat(aList().asked("country", "KZ").in("sv")).contains("<option value=\"KZ\" selected>Kazakstan");
        assertThat(aList().of(person(ONE, null, null)).asked("lang", "sv").in("sv"))
                .contains("<input type=\"hidden\" name=\"lang\" value=\"sv\">")
                .doesNotContain("Visa alla");
    }

    @Test
    void offersNothingToFindWhereNobodyIs() {
        assertThat(aList().in("en")).contains("Nobody is on the list yet.").doesNotContain("<form");
    }

    @Test
    void goesOnWithWhatIsLookedFor() {
        ListPlace place =
                new ListPlace.AfterOrganisation(OrganisationType.TRADE_UNION, "Union", "Union", new UUID(0, 7));

        assertThat(aList().of(organisation("Union", "https://example.org"))
                        .goingOn(place)
                        .asked("kind", "organisation")
                        .in("en"))
                .contains("<a rel=\"next\" href=\"?kind=organisation&amp;after="
                        + RenderedList.CURSORS.write(RenderedList.SLUG, place) + "\">")
                .doesNotContain("Back to the beginning");
        assertThat(aList().asked("after", "x").in("en")).contains("<a href=\"?\">Back to the beginning</a>");
    }

    @Test
    void saysWhereOnlyAPartWasSearched() {
        ListPlace place = new ListPlace.AfterIndividual(Instant.EPOCH, new UUID(0, 7));
        RenderedList list = aList().searchedUpTo(place).asked("q", "ad");

        assertThat(list.in("en"))
                .containsOnlyOnce("only a part of it has been searched so far.")
                .contains(">Search on</a>")
                .doesNotContain("Nobody on the list", "Next names");
        assertThat(list.of(person(ONE, null, null)).in("sv"))
                .containsOnlyOnce("hittills har bara en del av den genomsökts.")
                .contains(">Sök vidare</a>");
    }

    @Test
    void letsNobodyFindPeopleOrPlacesWhereThatIsADanger() {
        assertThat(aList().atRisk().of(person(ONE, null, null)).in("en"))
                .contains("The name of an organisation begins with")
                .contains("<input type=\"hidden\" name=\"kind\" value=\"organisation\">")
                .doesNotContain("name=\"country\"", "<select", "Almaty", "Kazakhstan", "34 organisations");
    }

    @Test
    void tellsNoSmallNumberWhereThatIsADanger() {
        assertThat(aList().atRisk().counting(9).in("en"))
                .contains("How many have signed is told from 10 on.")
                .doesNotContain("<strong>", "<progress");
        assertThat(aList().atRisk().counting(10).in("en")).contains("<strong>10</strong>");
    }

    @Test
    void saysWhenTheAppealWasClosedAndWhatStillGoes() {
        assertThat(aList().closed().in("en"))
                .contains("The appeal was closed on 12 January 2022.", "can take the name back at any time")
                .contains("<strong>1,234</strong>")
                .doesNotContain("Sign the appeal");
        assertThat(aList().in("en")).doesNotContain("class=\"closed\"");
    }

    private static String page(ListedSignatory... names) {
        return aList().of(names).in("en");
    }
}
