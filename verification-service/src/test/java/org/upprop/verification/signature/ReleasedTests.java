package org.upprop.verification.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.verification.Signatories.organisation;
import static org.upprop.verification.Signatories.person;

import org.junit.jupiter.api.Test;
import org.upprop.signature.Country;
import org.upprop.signature.Display;
import org.upprop.signature.OrganisationType;

class ReleasedTests {

    private static final Released NOTHING = new Released(null, null, null, null, null, null, null, null);

    @Test
    void showsWhatWasTypedOfWhoIsShownInFull() {
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), Display.FULL, false))
                .isEqualTo(new Released(
                        "Ada Lovelace", "shop steward", "Sjöfolk 12", "Göteborg", new Country("SE"), null, null, null));
    }

    @Test
    void leavesNothingBesideInitialsButTheCountry() {
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), Display.INITIALS, false))
                .isEqualTo(new Released("A. L.", null, null, null, new Country("SE"), null, null, null));
    }

    @Test
    void tellsNothingAtAllOfWhoIsHidden() {
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), Display.HIDDEN, false))
                .isEqualTo(NOTHING);
    }

    @Test
    void tellsNoPlaceWhereSignatoriesAreAtRisk() {
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), Display.FULL, true))
                .extracting(Released::city, Released::country)
                .containsOnlyNulls();
        assertThat(Released.of(person("Ada Lovelace", "ada@example.org"), Display.INITIALS, true)
                        .country())
                .isNull();
    }

    @Test
    void neverShowsWhoSignedForAnOrganisation() {
        Released shown = Released.of(organisation("rut@hamn.example", "https://hamn.example"), Display.FULL, false);
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
