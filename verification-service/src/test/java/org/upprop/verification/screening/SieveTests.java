package org.upprop.verification.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.ScreeningMark;
import org.upprop.text.InvalidValue;
import org.upprop.verification.identity.AddressKeys;

class SieveTests {

    private static final AddressKeys KEYS = new AddressKeys(new Fingerprints(new byte[32]));

    @Test
    void marksADomainAndWithAStarWhateverIsBelowIt() {
        Sieve sieve = sieve(rule(RuleKind.DOMAIN, "spam.org"), rule(RuleKind.DOMAIN, "*.spam.net"));

        assertThat(marks(sieve, "ada@spam.org")).containsExactly(ScreeningMark.BLOCKED_DOMAIN);
        assertThat(marks(sieve, "ada@SPAM.org")).containsExactly(ScreeningMark.BLOCKED_DOMAIN);
        assertThat(marks(sieve, "ada@a.b.spam.net")).containsExactly(ScreeningMark.BLOCKED_DOMAIN);
        assertThat(marks(sieve, "ada@sub.spam.org")).isEmpty();
        assertThat(marks(sieve, "ada@spam.net")).isEmpty();
        assertThat(marks(sieve, "ada@notspam.org")).isEmpty();
    }

    @Test
    void findsEachPartBetweenStarsInItsOrder() {
        Sieve sieve = sieve(rule(RuleKind.DOMAIN, "a*-b*-c*d.org"));

        assertThat(marks(sieve, "ada@a1-b2-c3d.org")).containsExactly(ScreeningMark.BLOCKED_DOMAIN);
        assertThat(marks(sieve, "ada@a-b-cd.org")).containsExactly(ScreeningMark.BLOCKED_DOMAIN);
        assertThat(marks(sieve, "ada@a-c-b-d.org")).isEmpty();
        assertThat(marks(sieve, "ada@a-b-d.org")).isEmpty();
        assertThat(marks(sieve, "ada@xa-b-cd.org")).isEmpty();
        assertThat(marks(sieve(rule(RuleKind.DOMAIN, "ab*ba.org")), "ada@aba.org"))
                .isEmpty();
    }

    @Test
    void marksAnAddressHoweverItsDomainIsWrittenAndNoOther() {
        Sieve sieve = sieve(rule(RuleKind.ADDRESS, RuleKind.ADDRESS.kept("Ada@Example.org", KEYS)));

        assertThat(marks(sieve, "ada@example.org")).containsExactly(ScreeningMark.BLOCKED_ADDRESS);
        assertThat(marks(sieve, "ida@example.org")).isEmpty();
    }

    @Test
    void marksWhatIsKnownAsDisposableAndWhatIsBelowIt() {
        Sieve sieve = sieve(rule(RuleKind.DISPOSABLE, "minutes.example"));

        assertThat(marks(sieve, "ada@known.example")).containsExactly(ScreeningMark.DISPOSABLE);
        assertThat(marks(sieve, "ada@x.known.example")).containsExactly(ScreeningMark.DISPOSABLE);
        assertThat(marks(sieve, "ada@minutes.example")).containsExactly(ScreeningMark.DISPOSABLE);
        assertThat(marks(sieve, "ada@unknown.example")).isEmpty();
    }

    @Test
    void countsNoDomainOfManyAndNoneThatIsExpected() {
        Sieve sieve = sieve(rule(RuleKind.EXPECTED, "union.org"), rule(RuleKind.BURST, "7"));

        assertThat(sieve.counted(at("large.org"))).isEmpty();
        assertThat(sieve.counted(at("union.org"))).isEmpty();
        assertThat(sieve.counted(at("else.org"))).contains("else.org");
        assertThat(sieve.counted(at("a1.else.org")))
                .as("a domain of the same owner")
                .contains("else.org");
        assertThat(sieve.counted(at("students.large.org"))).isEmpty();
        assertThat(sieve.counted(at("else.github.io")))
                .as("of another owner than its sisters")
                .contains("else.github.io");
        assertThat(sieve.burst()).isEqualTo(7);
        assertThat(sieve().burst()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.*", "org", "exa mple.org", "a@b.org", "", "example.*", "a*b*c*d*e.org"})
    void refusesARuleThatWouldHoldForEverybodyOrNobody(String domain) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> RuleKind.DOMAIN.kept(domain, KEYS));
    }

    @Test
    void keepsADomainAsMailAddressesHaveIt() {
        assertThat(RuleKind.DOMAIN.kept(" *.Räksmörgås.SE ", KEYS)).isEqualTo("*.xn--rksmrgs-5wao1o.se");
        assertThat(RuleKind.DOMAIN.kept("straße.de", KEYS)).isEqualTo(new EmailAddress("ada@straße.de").domain());
        assertThat(RuleKind.BURST.kept(" 20 ", KEYS)).isEqualTo("20");
    }

    private static EmailAddress at(String domain) {
        return new EmailAddress("ada@" + domain);
    }

    private static Sieve sieve(ScreeningRule... rules) {
        return new Sieve(Arrays.asList(rules), Set.of("known.example"), Set.of("large.org")::contains);
    }

    private static ScreeningRule rule(RuleKind kind, String value) {
        return new ScreeningRule(UUID.randomUUID(), kind, value, null, "anna", Instant.EPOCH);
    }

    private static List<ScreeningMark> marks(Sieve sieve, String address) {
        EmailAddress email = new EmailAddress(address);
        return sieve.marks(email, KEYS.of(email));
    }
}
