package org.upprop.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.Samples;

class HoldersTests {

    private static final Instant NOON = Instant.parse("2022-01-12T12:00:00Z");
    private static final BearerToken CONFIGURED = new BearerToken("a token of settings");
    private static final BearerToken GIVEN = BearerToken.random();
    private static final Holder OPERATOR = Holder.ofAll("operator", Role.OPERATOR);
    private static final Holder ORGANISER = Holder.ofAll("organiser", Role.ORGANISER);

    private final GrantsOfATest grants = new GrantsOfATest();
    private Instant now = NOON;

    private final Holders holders = new Holders(
            List.of(() -> Map.of(OPERATOR, CONFIGURED), () -> Map.of(ORGANISER, CONFIGURED)), grants, (InstantSource)
                    () -> now);

    @Test
    void knowWhoHoldsATokenOfTheSettingsWhateverElseIsKnown() {
        grants.read = false;

        assertThat(holders.of(bearing(CONFIGURED), Role.OPERATOR)).contains(OPERATOR);
        assertThat(holders.of(bearing(CONFIGURED), Role.VIEWER)).contains(OPERATOR);
        assertThat(holders.of(bearing(CONFIGURED), Role.ORGANISER)).contains(ORGANISER);
        assertThat(holders.of(bearing(CONFIGURED), Role.REVIEWER)).isEmpty();
    }

    @Test
    void knowWhoWasGivenATokenAndForWhat() {
        grants.give(Role.ORGANISER, null);

        assertThat(holders.of(bearing(GIVEN), Role.ORGANISER)).hasValueSatisfying(anna -> {
            assertThat(anna.name()).isEqualTo("anna");
            assertThat(anna.mayOn(Samples.APPEAL)).isTrue();
            assertThat(anna.mayOn(new AppealSlug("another"))).isFalse();
        });
        assertThat(holders.of(bearing(GIVEN), Role.OPERATOR)).isEmpty();
        assertThat(holders.know(bearing(GIVEN))).isTrue();
        assertThat(holders.who(Role.ORGANISER)).containsOnlyKeys(CONFIGURED.hash(), GIVEN.hash());
    }

    @Test
    void letNobodyDoOnSomeAppealsWhatIsAboutAll() {
        grants.give(Role.OPERATOR, null);

        assertThat(holders.of(bearing(GIVEN), Role.OPERATOR)).isEmpty();
        assertThat(holders.who(Role.OPERATOR)).containsOnlyKeys(CONFIGURED.hash());
    }

    @Test
    void knowNobodyElse() {
        grants.give(Role.ORGANISER, null);

        assertThat(holders.know(null)).isFalse();
        assertThat(holders.know("Bearer short")).isFalse();
        assertThat(holders.know(bearing(BearerToken.random()))).isFalse();
        assertThat(holders.know("Bearer " + GIVEN.hash())).as("by the hash").isFalse();
    }

    @Test
    void knowNobodyAnyMoreWhoseTokenHasEndedOrIsRevoked() {
        grants.give(Role.ORGANISER, NOON.plusSeconds(1));
        assertThat(holders.know(bearing(GIVEN))).isTrue();

        now = NOON.plusSeconds(1);
        assertThat(holders.know(bearing(GIVEN))).isFalse();
        assertThat(holders.who(Role.ORGANISER)).doesNotContainKey(GIVEN.hash());

        now = NOON;
        grants.all.clear();
        assertThat(holders.know(bearing(GIVEN))).isFalse();
    }

    @Test
    void knowNobodyByAGivenTokenBeforeItIsKnownWhichAreRevoked() {
        grants.give(Role.ORGANISER, null);
        grants.read = false;

        assertThat(holders.know(bearing(GIVEN))).isFalse();
    }

    @Test
    void mayDoForAllAppealsWhereNoneIsNamed() {
        assertThat(ORGANISER.mayOn(Samples.APPEAL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "Åsa.Öberg", "айгүл_2", "a-b", "1234567890123456789012345678901234567890"})
    void areCalledByLettersDigitsAndAFewSigns(String name) {
        assertThat(Holder.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna b", "a/b", "a,b", "operator", "12345678901234567890123456789012345678901"})
    void areCalledNothingElse(String name) {
        assertThat(Holder.isName(name)).isFalse();
    }

    private static String bearing(BearerToken token) {
        return "Bearer " + token.secret();
    }

    private static final class GrantsOfATest implements Grants {

        private final List<Grant> all = new ArrayList<>();
        private boolean read = true;

        private void give(Role role, @Nullable Instant endsAt) {
            all.add(new Grant("0123456789", role, "anna", List.of(Samples.APPEAL), GIVEN.hash(), NOON, endsAt));
        }

        @Override
        public boolean areRead() {
            return read;
        }

        @Override
        public List<Grant> all() {
            return all;
        }
    }
}
