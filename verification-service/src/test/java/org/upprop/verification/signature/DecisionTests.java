package org.upprop.verification.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.signature.SignatoryKind.INDIVIDUAL;
import static org.upprop.signature.SignatoryKind.ORGANISATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTests {

    @Test
    void offersToHideFirstWhereSignatoriesAreAtRisk() {
        assertThat(Decision.offeredTo(INDIVIDUAL, true)).startsWith(Decision.HIDDEN);
        assertThat(Decision.offeredTo(INDIVIDUAL, false)).startsWith(Decision.FULL);
    }

    @Test
    void letsNobodyHideAnOrganisationOrAuthoriseAPerson() {
        assertThat(Decision.of("hidden", ORGANISATION)).isEmpty();
        assertThat(Decision.of("full", ORGANISATION)).isEmpty();
        assertThat(Decision.of("authorised", INDIVIDUAL)).isEmpty();
        assertThat(Decision.of("authorised", ORGANISATION)).contains(Decision.AUTHORISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FULL", "full ", "yes", "on"})
    void takesNothingElseForADecision(String word) {
        assertThat(Decision.of(word, INDIVIDUAL)).isEmpty();
        assertThat(Decision.of(word, ORGANISATION)).isEmpty();
    }
}
