package org.upprop.verification.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upprop.signature.EntryId;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.SignatureId;

class EntryIdsTests {

    private static final SignatureId SIGNATURE = new SignatureId(new UUID(1, 2));

    private final EntryIds ids = new EntryIds(new Fingerprints(new byte[32]));

    @Test
    void lookLikeIdsThatWereDrawnAtRandom() {
        assertThat(Stream.generate(SignatureId::random).limit(1_000).map(ids::of))
                .doesNotHaveDuplicates()
                .extracting(EntryId::value)
                .allMatch(id -> id.version() == 4 && id.variant() == 2);
    }

    @Test
    void areOthersUnderAnotherSecret() {
        byte[] secret = new byte[32];
        secret[0] = 1;
        assertThat(new EntryIds(new Fingerprints(secret)).of(SIGNATURE)).isNotEqualTo(ids.of(SIGNATURE));
    }

    /** Another value here would mean that nobody finds the owner of an entry after an upgrade and a restore. */
    @Test
    void areTheSameInEveryRelease() {
        assertThat(ids.of(SIGNATURE)).hasToString("11ad37ed-a810-48bb-8f52-b50945961a3d");
    }
}
