package org.upprop.intake.signature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.SignatureId;

/**
 * Gives one signature one id however often it is sent under one key. The id is an HMAC of appeal, fingerprint, key and
 * body, so every instance makes the same, also after a restart, and whoever knows the id already does nothing more.
 *
 * <p>Which key was used for which signature is remembered only here and only for a while. Both are kept as keyed hashes.
 * What can be learnt from the memory is whether somebody used a given key for anything but a given body: of use only to
 * who knows the key, which nobody can guess if it is random, and never a question about an address alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869, HKDF</a>
 */
final class IdempotencyKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "upprop signature id 1".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;
    private static final int REMEMBERED = 50_000;
    private static final Duration MEMORY = Duration.ofDays(1);

    private final SecretKey secretKey;
    private final Cache<UUID, SignatureId> used = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();

    IdempotencyKeys(byte[] secret) {
        try {
            secretKey = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            ALGORITHM,
                            HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(PURPOSE, KEY_BYTES));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HKDF-SHA256", missing);
        }
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

    /** Whether the key was used for another signature, as far as this instance remembers. */
    boolean isReused(Named named) {
        SignatureId before = named.keyHash() == null ? null : used.getIfPresent(named.keyHash());
        return before != null && !before.equals(named.id());
    }

    /** Remembers what a key was used for. */
    void remember(Named named) {
        if (named.keyHash() != null) {
            used.put(named.keyHash(), named.id());
        }
    }

    /** HMAC-SHA-256 as a UUID of version 8; each part goes in behind its length, so that no two inputs read the same. */
    private UUID hash(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secretKey);
            for (byte[] part : parts) {
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
                mac.update(part);
            }
            ByteBuffer hmac = ByteBuffer.wrap(mac.doFinal());
            return new UUID(hmac.getLong() & ~0xF000L | 0x8000L, hmac.getLong() >>> 2 | 1L << 63);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
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
}
