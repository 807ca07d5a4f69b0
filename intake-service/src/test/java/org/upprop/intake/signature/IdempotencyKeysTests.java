package org.upprop.intake.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Country;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.PersonName;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;

class IdempotencyKeysTests {

    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    private static final AppealSlug APPEAL = new AppealSlug("kazakhstan-2022");
    private static final CanonicalSignature BODY = body(null, null, null, "Ada Lovelace");

    private final IdempotencyKeys keys = keys(SECRET);

    /** Another value here would mean that signatures sent before an upgrade and again after it count as two. */
    @Test
    void givesTheSameIdInEveryRelease() {
        assertThat(id(keys, APPEAL, "a-key", BODY)).hasToString("b6f73468-535f-82be-9cff-7d675771b495");
        assertThat(id(keys, APPEAL, "a-key", body(2, "sv", "gryning", "Ada Lovelace")))
                .hasToString("50b70aae-efeb-80bf-8849-aa1c21f71857");
    }

    @Test
    void givesTheSameIdOnEveryInstance() {
        SignatureId id = id(keys, APPEAL, "a-key", BODY);

        assertThat(id(keys(SECRET), APPEAL, "a-key", BODY)).isEqualTo(id);
        assertThat(id.value().version()).isEqualTo(8);
        assertThat(id.value().variant()).isEqualTo(2);
    }

    @Test
    void givesAnotherIdWhereAnythingDiffers() {
        IdempotencyKeys ofAnotherInstallation =
                keys("another secret of thirty-two bytes".getBytes(StandardCharsets.UTF_8));

        assertThat(Stream.of(
                        id(keys, APPEAL, "a-key", BODY),
                        id(ofAnotherInstallation, APPEAL, "a-key", BODY),
                        id(keys, new AppealSlug("kazakhstan-2023"), "a-key", BODY),
                        id(keys, APPEAL, "another-key", BODY),
                        id(keys, APPEAL, "a-key", body(1, null, null, "Ada Lovelace")),
                        id(keys, APPEAL, "a-key", body(null, "sv", null, "Ada Lovelace")),
                        id(keys, APPEAL, "a-key", body(null, null, "sv", "Ada Lovelace")),
                        id(keys, APPEAL, "a-key", body(null, null, null, "Ada Byron")),
                        keys.name(APPEAL, new Fingerprint("A".repeat(43)), "a-key", BODY)
                                .id(),
                        keys.name(APPEAL, fingerprint(APPEAL), null, BODY).id(),
                        keys.name(APPEAL, fingerprint(APPEAL), null, BODY).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void readsNoTwoInputsTheSameHoweverTheyAreCut() {
        assertThat(id(keys, new AppealSlug("abc"), "1", BODY)).isNotEqualTo(id(keys, new AppealSlug("abc1"), "", BODY));
    }

    @Test
    void givesAKeyToTheFirstSignatureWhileItIsStillOnItsWay() {
        var ada = named("Ada Lovelace");
        var byron = named("Ada Byron");

        assertThat(keys.claim(ada)).isTrue();

        assertThat(keys.claim(byron)).isFalse();
        assertThat(keys.claim(ada)).as("the same one, sent again").isTrue();
    }

    @Test
    void givesAKeyBackOnlyWithTheLastOfSeveralSendings() {
        var ada = named("Ada Lovelace");
        var byron = named("Ada Byron");
        keys.claim(ada);
        keys.claim(ada);

        keys.release(ada);
        assertThat(keys.claim(byron)).as("one is still on its way").isFalse();

        keys.release(ada);
        assertThat(keys.claim(byron)).isTrue();
    }

    @Test
    void givesAKeyBackThatLedToNothing() {
        var ada = named("Ada Lovelace");
        var byron = named("Ada Byron");
        keys.claim(ada);

        keys.release(ada);

        assertThat(keys.claim(byron)).isTrue();
    }

    @Test
    void keepsAKeyThatWasUsedUpWhateverBecomesOfARepetition() {
        var ada = named("Ada Lovelace");
        keys.claim(ada);
        keys.keep(ada);

        keys.claim(ada);
        keys.release(ada);

        assertThat(keys.claim(named("Ada Byron"))).isFalse();
    }

    private IdempotencyKeys.Named named(String name) {
        return keys.name(APPEAL, fingerprint(APPEAL), "a-key", body(null, null, null, name));
    }

    private static IdempotencyKeys keys(byte[] secret) {
        return new IdempotencyKeys(new Fingerprints(secret));
    }

    private static SignatureId id(IdempotencyKeys keys, AppealSlug appeal, String key, CanonicalSignature body) {
        // The same fingerprint for every appeal, so that the appeal is seen to count by itself.
        return keys.name(appeal, fingerprint(APPEAL), key, body).id();
    }

    private static Fingerprint fingerprint(AppealSlug appeal) {
        return new Fingerprints(SECRET).of(appeal, BODY.signatory());
    }

    private static CanonicalSignature body(Integer version, String locale, String source, String name) {
        return new CanonicalSignature(
                version,
                locale,
                source,
                new Signatory.Individual(
                        new PersonName(name),
                        new EmailAddress("ada@example.org"),
                        null,
                        null,
                        null,
                        new Country("GB"),
                        null,
                        "1"));
    }
}
