package org.upprop.intake.signature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Hmac;
import org.upprop.signature.SignatureId;

/**
 * Gives one signature one id however often it is sent under one key. The id is an HMAC of appeal, fingerprint, key and
 * body, so every instance makes the same, also after a restart, and whoever knows the id already does nothing more.
 *
 * <p>Which key was used for which signature is remembered only here and only for a while. Both are kept as keyed hashes.
 * What can be learnt from the memory is whether somebody used a given key for anything but a given body: of use only to
 * who knows the key, which nobody can guess if it is random, and never a question about an address alone.
 */
final class IdempotencyKeys {

    private static final String USE = "upprop signature id 1";
    private static final int REMEMBERED = 50_000;
    private static final Duration MEMORY = Duration.ofDays(1);

    private final SecretKey secretKey;
    private final Cache<UUID, Claim> used = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();

    IdempotencyKeys(Fingerprints fingerprints) {
        secretKey = fingerprints.otherKey(USE);
    }

    /** Names a submission: by what was sent under a key, at random where there is no key. */
    Named name(AppealSlug appeal, Fingerprint fingerprint, @Nullable String key, CanonicalSignature body) {
        if (key == null) {
            return new Named(SignatureId.random(), null);
        }
        return new Named(
                new SignatureId(hash(bytes(appeal.value()), bytes(fingerprint.value()), bytes(key), body.bytes())),
                hash(bytes(appeal.value()), bytes(key)));
    }

    /**
     * Claims the key for a signature that is about to be sent, so that no other one under it is sent meanwhile. False where
     * the key stands for another, as far as this instance remembers.
     */
    boolean claim(Named named) {
        if (named.keyHash() == null) {
            return true;
        }
        Claim standing = used.asMap()
                .merge(
                        named.keyHash(),
                        new Claim(named.id(), 1, false),
                        (before, claim) -> before.id().equals(claim.id()) ? before.sentOnceMore() : before);
        return standing.id().equals(named.id());
    }

    /** Remembers that what was claimed was taken: the key is used up. */
    void keep(Named named) {
        if (named.keyHash() != null) {
            used.put(named.keyHash(), new Claim(named.id(), 1, true));
        }
    }

    /**
     * Ends a sending of what was claimed. The key is given back with the last of them, where nobody knows that the
     * signature arrived.
     */
    void release(Named named) {
        if (named.keyHash() != null) {
            used.asMap()
                    .computeIfPresent(
                            named.keyHash(),
                            (key, claim) ->
                                    claim.id().equals(named.id()) && !claim.taken() ? claim.endedOnce() : claim);
        }
    }

    /** HMAC-SHA-256 as a UUID of version 8; each part goes in behind its length, so that no two inputs read the same. */
    private UUID hash(byte[]... parts) {
        byte[][] measured = Arrays.stream(parts)
                .flatMap(part -> Stream.of(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array(), part))
                .toArray(byte[][]::new);
        ByteBuffer hmac = ByteBuffer.wrap(Hmac.of(secretKey, measured));
        return new UUID(hmac.getLong() & ~0xF000L | 0x8000L, hmac.getLong() >>> 2 | 1L << 63);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What a submission is called.
     *
     * @param keyHash stands for its key within its appeal, nothing where it has none
     */
    record Named(SignatureId id, @Nullable UUID keyHash) {}

    /** What a key stands for: how many sendings of it are on their way, or that it was taken. */
    private record Claim(SignatureId id, int sendings, boolean taken) {

        Claim sentOnceMore() {
            return new Claim(id, sendings + 1, taken);
        }

        @Nullable
        Claim endedOnce() {
            return sendings == 1 ? null : new Claim(id, sendings - 1, false);
        }
    }
}
