package org.upprop.verification.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.upprop.signature.EntryId;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Hmac;
import org.upprop.signature.SignatureId;

/**
 * Makes the id of an entry from that of its signature, under a key of its own. Whoever lacks the key cannot tell it from one
 * that was drawn at random; verification finds by it whose an entry is that its database does not know any more.
 */
public final class EntryIds {

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_2 = 1L << 63;

    private final SecretKey key;

    public EntryIds(Fingerprints fingerprints) {
        key = fingerprints.otherKey("upprop entry id 1");
    }

    public EntryId of(SignatureId signature) {
        ByteBuffer random = ByteBuffer.wrap(Hmac.of(key, signature.toString().getBytes(StandardCharsets.US_ASCII)));
        return new EntryId(
                new UUID(random.getLong() & ~0xF000L | VERSION_4, random.getLong() & ~(3L << 62) | VARIANT_2));
    }
}
