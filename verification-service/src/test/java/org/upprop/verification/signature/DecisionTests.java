package org.upprop.verification.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.signature.SignatoryKind.INDIVIDUAL;
import static org.upprop.signature.SignatoryKind.ORGANISATION;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.signature.Signatory;
import org.upprop.verification.Signatories;

class DecisionTests {

    private static final Signatory ADA = Signatories.person("Ada Lovelace", "ada@example.org");
    private static final Signatory UNION = Signatories.organisation("rut@hamn.example", "https://hamn.example");

    @Test
    void offersToHideFirstWhereSignatoriesAreAtRisk() {
        assertThat(Decision.offeredTo(ADA, true)).startsWith(Decision.HIDDEN);
        assertThat(Decision.offeredTo(ADA, false)).startsWith(Decision.FULL);
    }

    @Test
    void offersInitialsWithARoleToWhoGaveSomethingThatWouldStandBesideThem() {
        assertThat(Decision.offeredTo(ADA, false)).contains(Decision.INITIALS_WITH_ROLE);
        assertThat(Decision.offeredTo(UNION, false)).doesNotContain(Decision.INITIALS_WITH_ROLE);
        assertThat(Decision.offeredTo(gave(null, null, null), false)).doesNotContain(Decision.INITIALS_WITH_ROLE);
        assertThat(Decision.offeredTo(gave("cook", null, null), false)).contains(Decision.INITIALS_WITH_ROLE);
        assertThat(Decision.offeredTo(gave(null, "Sjöfolk", null), false)).contains(Decision.INITIALS_WITH_ROLE);
        assertThat(Decision.offeredTo(gave(null, null, "Riga"), false)).contains(Decision.INITIALS_WITH_ROLE);
    }

    @Test
    void countsNoCityWhereSignatoriesAreAtRisk() {
        assertThat(Decision.offeredTo(gave(null, null, "Riga"), true)).doesNotContain(Decision.INITIALS_WITH_ROLE);
        assertThat(Decision.offeredTo(gave("cook", null, "Riga"), true)).contains(Decision.INITIALS_WITH_ROLE);
    }

    @Test
    void letsNobodyHideAnOrganisationOrAuthoriseAPerson() {
        assertThat(Decision.of("hidden", ORGANISATION)).isEmpty();
        assertThat(Decision.of("full", ORGANISATION)).isEmpty();
        assertThat(Decision.of("initials-with-role", ORGANISATION)).isEmpty();
        assertThat(Decision.of("authorised", INDIVIDUAL)).isEmpty();
        assertThat(Decision.of("authorised", ORGANISATION)).contains(Decision.AUTHORISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FULL", "full ", "yes", "on", "initials_with_role"})
    void takesNothingElseForADecision(String word) {
        assertThat(Decision.of(word, INDIVIDUAL)).isEmpty();
        assertThat(Decision.of(word, ORGANISATION)).isEmpty();
    }

    private static Signatory gave(@Nullable String role, @Nullable String affiliation, @Nullable String city) {
        return Signatories.person("Ada Lovelace", "ada@example.org", role, affiliation, city);
    }
}
