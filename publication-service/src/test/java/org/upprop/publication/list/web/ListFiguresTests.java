package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.publication.list.web.Names.person;
import static org.upprop.publication.list.web.RenderedList.aList;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.publication.list.CountryCount;
import org.upprop.publication.list.Resolution;

class ListFiguresTests {

    private static final CountryCount SWEDEN = new CountryCount("SE", 900, 30);
    private static final CountryCount KAZAKHSTAN = new CountryCount("KZ", 200, 4);
    private static final CountryCount AUSTRIA = new CountryCount("AT", 60, 0);

    @Test
    void drawsHowTheListGrewWithItsNumbersBehind() {
        assertThat(grown().in("en"))
                .contains("<a href=\"#figures\">The list in figures</a>", "<h2 id=\"figures\">")
                .contains("<title>The list grew to 1,234 from 12 January 2022 until 14 January 2022.</title>")
                .contains("<path d=\"M0 200V171H1V3H2V0H3V200Z\"/>")
                .contains(
                        "<tr><th scope=\"row\">13 January 2022</th><td>1,034</td><td>1,214</td></tr>",
                        "<tr><th scope=\"row\">14 January 2022</th><td>20</td><td>1,234</td></tr>");
    }

    @Test
    void tellsTheHoursOfAYoungList() {
        assertThat(aList().grownBy(Resolution.HOUR, List.of(5, 6)).in("en"))
                .contains("from 12 January 2022 at 00:00 UTC until 12 January 2022 at 02:00 UTC")
                .contains("<th scope=\"row\">12 January 2022 at 01:00 UTC</th><td>5</td>");
    }

    @Test
    void drawsWhereTheyAreInTheReadersWords() {
        assertThat(aList().grownBy(List.of()).from(KAZAKHSTAN, SWEDEN, AUSTRIA).in("sv"))
                .contains("<title>De flesta är från Sverige: 930.</title>")
                .contains("<tr><th scope=\"row\">Kazakstan</th><td>204</td></tr>")
                .contains("<rect y=\"1.4em\" width=\"100.0%\"")
                .contains("40 till säger inte varifrån, eller visas inte.");
    }

    @Test
    void runsFromTheRightWhereTheLanguageDoes() {
        assertThat(aList().grownBy(List.of())
                        .from(SWEDEN, new CountryCount("KZ", 465, 0))
                        .in("ar"))
                .contains("<rect x=\"50.0%\"", "<text x=\"100%\" y=\"1em\">السويد</text><text y=\"1em\">");
    }

    @Test
    void showsWhatIsWorthIt() {
        assertThat(aList().grownBy(List.of(1_234)).from(SWEDEN).in("en")).doesNotContain("<svg", "figures");
        assertThat(aList().in("en")).as("on every page but the first").doesNotContain("<svg", "figures");
        assertThat(grown().asked("report", "1").in("en")).doesNotContain("<svg", "figures");
    }

    @Test
    void tellsTheHighestMilestonesAndTheirDay() {
        assertThat(aList().grownBy(List.of(1_234), 100, 200, 500, 1_000).in("en"))
                .contains(
                        "<bdi>1,000 signatures on 12 January 2022</bdi> · <bdi>500 signatures on 12 January 2022</bdi> · <bdi>200 ")
                .doesNotContain("<bdi>100 ");
        assertThat(aList().grownBy(List.of(12)).in("en")).doesNotContain("signatures on 12 January");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "ru", "kk", "ar"})
    void tellsThemInTheLanguageOfTheReader(String language) {
        assertThat(grown().from(SWEDEN, KAZAKHSTAN)
                        .of(person("Ada", null, null))
                        .in(language))
                .contains(ListWords.WORDS.in(language).say("growth"))
                .contains(ListWords.WORDS.in(language).say("countries"))
                .doesNotContain("{0", "{1");
    }

    @Test
    void drawsNothingThatPointsAtFewWhereThatIsADanger() {
        String page = grownBy(6, 6, 3, 9, 1_210)
                .atRisk()
                .from(SWEDEN, KAZAKHSTAN)
                .of(person("Ada", null, null))
                .in("en");

        assertThat(page)
                .contains("<th scope=\"row\">13 January 2022</th><td>12</td><td>12</td>")
                .contains("<th scope=\"row\">15 January 2022</th><td>12</td><td>24</td>")
                .contains("1,000 signatures on 12 January 2022")
                .doesNotContain("<th scope=\"row\">12 January", "<th scope=\"row\">14 January")
                .doesNotContain("Sweden", "Kazakhstan", "countries", "class=\"bars\"");
        assertThat(grownBy(6, 6, 3).atRisk().in("en")).doesNotContain("<svg");
        assertThat(aList().grownBy(Resolution.HOUR, List.of(600, 600)).atRisk().in("en"))
                .as("hours, read just before that was known")
                .doesNotContain("<svg");
    }

    @Test
    void offersTheCountriesOfTheListInTheReadersOrder() {
        assertThat(aList().of(person("Ada", null, null))
                        .from(SWEDEN, KAZAKHSTAN, AUSTRIA)
                        .in("sv"))
                .containsSubsequence(
                        "<option value=\"\">Alla</option>", "Kazakstan (204)", "Sverige (930)", "Österrike (60)")
                .doesNotContain("Norge");
    }

    @Test
    void keepsACountryThatNobodyIsFrom() {
        assertThat(aList().from(SWEDEN).asked("country", "NO").in("en"))
                .contains("<option value=\"NO\" selected>Norway (0)", "Nobody on the list fits this.")
                .doesNotContain("Found:");
    }

    @Test
    void saysHowManyItFoundWhereThatIsCounted() {
        RenderedList list = aList().of(person("Ada", null, null)).from(SWEDEN, KAZAKHSTAN);

        assertThat(list.asked("country", "SE").in("en")).contains("Found: 30 organisations, 900 people.");
        assertThat(list.asked("kind", "organisation").in("en")).contains("Found: 34 organisations.");
        assertThat(list.asked("kind", "individual").in("en"))
                .as("without those who are not shown")
                .contains("Found: 1,166 people.");
        assertThat(list.asked("q", "ada").in("en")).doesNotContain("Found:");
        assertThat(list.atRisk().asked("kind", "organisation").in("en")).doesNotContain("Found:");
        assertThat(list.in("en")).doesNotContain("Found:");
    }

    private static RenderedList grown() {
        return grownBy(180, 1_034, 20);
    }

    private static RenderedList grownBy(Integer... came) {
        return aList().grownBy(List.of(came), 1_000);
    }
}
