package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.publication.list.web.Names.organisation;
import static org.upprop.signature.OrganisationType.NGO;
import static org.upprop.signature.OrganisationType.OTHER;
import static org.upprop.signature.OrganisationType.PARTY;
import static org.upprop.signature.OrganisationType.TRADE_UNION;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.site.PublicUrls;

class OrganisationsTests {

    private static final URI HERE = URI.create("https://upprop.example");

    @Test
    void standByTypeInTheOrderOfTheContract() {
        assertThat(arranged(
                        "en",
                        organisation("A", OTHER, null),
                        organisation("B", NGO, null),
                        organisation("C", PARTY, null)))
                .containsExactly("Political parties: C", "Associations and NGOs: B", "Other organisations: A");
    }

    @Test
    void standAsTheReadersLanguageSorts() {
        ListedSignatory[] names = {
            organisation("Ödeshög", PARTY, null), organisation("zeta", PARTY, null), organisation("Oden", PARTY, null)
        };

        assertThat(arranged("sv", names)).containsExactly("Politiska partier: Oden, zeta, Ödeshög");
        assertThat(arranged("en", names)).containsExactly("Political parties: Oden, Ödeshög, zeta");
    }

    @Test
    void standWithWhatIsPartOfThem() {
        assertThat(arranged(
                        "en",
                        organisation("Aalborg", TRADE_UNION, "Union"),
                        organisation("Union", TRADE_UNION, null),
                        organisation("Youth", PARTY, "union"),
                        organisation("Dock 5", TRADE_UNION, "Aalborg"),
                        organisation("Banana", TRADE_UNION, null)))
                .containsExactly("Trade unions: Banana, Union (Aalborg, Dock 5, Youth)");
    }

    @Test
    void standTogetherUnderTheNameOfOneThatHasNotSigned() {
        assertThat(arranged(
                        "en",
                        organisation("Zeta", PARTY, "International"),
                        organisation("Alpha", PARTY, "International"),
                        organisation("Beta", PARTY, null),
                        organisation("Kappa", PARTY, null)))
                .containsExactly("Political parties: Beta, Alpha, Zeta, Kappa");
    }

    @Test
    void allStandThereEvenIfTheyNameEachOtherAsParents() {
        assertThat(arranged(
                        "en",
                        organisation("A", PARTY, "B"),
                        organisation("B", PARTY, "A"),
                        organisation("Self", PARTY, "Self"),
                        organisation("Twin", PARTY, null),
                        organisation("Twin", PARTY, null)))
                .containsExactly("Political parties: Self, Twin, Twin, B (A)");
    }

    private static List<String> arranged(String language, ListedSignatory... organisations) {
        PublicUrls urls = new PublicUrls(HERE, HERE, HERE);
        NameView.Showing showing = new NameView.Showing(ListWords.WORDS.in(language), urls, false);
        return Organisations.arranged(List.of(organisations), showing).stream()
                .map(type -> type.title() + ": " + names(type.names()))
                .toList();
    }

    private static String names(List<NameView> names) {
        return names.stream()
                .map(name -> name.name() + (name.branches().isEmpty() ? "" : " (" + names(name.branches()) + ")"))
                .collect(Collectors.joining(", "));
    }
}
