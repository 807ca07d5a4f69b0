package org.upprop.verification.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.verification.Signatories.organisation;
import static org.upprop.verification.Signatories.person;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upprop.signature.Country;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.Signatory;

class ReleasedTests {

    private static final Released NOTHING = new Released(null, null, null, null, null, null, null, null);

    @Test
    void showsWhatWasTypedOfWhoIsShownInFull() {
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), ChosenDisplay.FULL, false))
                .isEqualTo(new Released(
                        "Ada Lovelace", "shop steward", "Sjöfolk 12", "Göteborg", new Country("SE"), null, null, null));
    }

    @Test
    void leavesNothingBesideInitialsButTheCountry() {
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), ChosenDisplay.INITIALS, false))
                .isEqualTo(new Released("A. L.", null, null, null, new Country("SE"), null, null, null));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Ada Lovelace,    A. L.
            Шоқан Уәлиханов, Ш. У.
            محمد علي,        م. ع.
            王小明,           王.
            """)
    void showsAllButTheNameBesideInitialsOfWhoAskedForThat(String name, String initials) {
        assertThat(Released.of(person(name, "ada@example.org"), ChosenDisplay.INITIALS_WITH_ROLE, false))
                .isEqualTo(new Released(
                        initials, "shop steward", "Sjöfolk 12", "Göteborg", new Country("SE"), null, null, null));
    }

    @Test
    void tellsNoPlaceBesideInitialsWhereSignatoriesAreAtRisk() {
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), ChosenDisplay.INITIALS_WITH_ROLE, true))
                .isEqualTo(new Released("A. L.", "shop steward", "Sjöfolk 12", null, null, null, null, null));
    }

    @Test
    void leavesPlainInitialsOfWhoGaveNothingElse() {
        Signatory ada = person("Ada Lovelace", "ada@example.org", null, null, null);
        assertThat(Released.of(ada, ChosenDisplay.INITIALS_WITH_ROLE, false))
                .isEqualTo(Released.of(ada, ChosenDisplay.INITIALS, false));
        assertThat(ChosenDisplay.INITIALS_WITH_ROLE.possibleFor(ada, false)).isEqualTo(ChosenDisplay.INITIALS);
    }

    @Test
    void showsNothingThatAWiderChoiceDoesNot() {
        Signatory ada = person("Ada Lovelace", "ada@example.org");
        List<Set<String>> shown = Stream.of(ChosenDisplay.values())
                .map(display -> besideTheName(Released.of(ada, display, false)))
                .toList();
        IntStream.range(1, shown.size())
                .forEach(narrower -> assertThat(shown.get(narrower - 1)).containsAll(shown.get(narrower)));
        assertThat(shown).extracting(Set::size).containsExactly(4, 4, 1, 0);
    }

    private static Set<String> besideTheName(Released released) {
        return Stream.of(released.role(), released.affiliation(), released.city(), released.country())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    @Test
    void tellsNothingAtAllOfWhoIsHidden() {
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), ChosenDisplay.HIDDEN, false))
                .isEqualTo(NOTHING);
    }

    @Test
    void tellsNoPlaceWhereSignatoriesAreAtRisk() {
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), ChosenDisplay.FULL, true))
                .extracting(Released::city, Released::country)
                .containsOnlyNulls();
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), ChosenDisplay.INITIALS, true)
                        .country())
                .isNull();
        assertThat(Released.of(organisation("rut@hamn.example", "https://hamn.example"), ChosenDisplay.FULL, true)
                        .country())
                .isNull();
    }

    @Test
    void neverShowsWhoSignedForAnOrganisation() {
        Released shown =
                Released.of(organisation("rut@hamn.example", "https://hamn.example"), ChosenDisplay.FULL, false);
        assertThat(shown)
                .isEqualTo(new Released(
                        "Hamnarbetarna",
                        null,
                        null,
                        null,
                        new Country("SE"),
                        "https://hamn.example",
                        OrganisationType.TRADE_UNION,
                        null));
        assertThat(shown.toString()).doesNotContain("Rut", "rut");
    }
}
