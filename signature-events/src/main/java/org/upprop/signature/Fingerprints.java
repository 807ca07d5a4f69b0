package org.upprop.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.upprop.appeal.AppealSlug;

/**
 * Makes fingerprints under a key per appeal, each derived from one secret, so that the same address leaves different
 * fingerprints in different appeals. What is fingerprinted is the kind, the canonical address and, for an organisation,
 * its website: one person can sign for themselves, for a section and for its parent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869, HKDF</a>
 */
public final class Fingerprints {

    private static final int LEAST_SECRET_BYTES = 32;

    private final byte[] secret;

    /** @throws IllegalArgumentException if the secret is shorter than 32 bytes */
    public Fingerprints(byte[] secret) {
        if (secret.length < LEAST_SECRET_BYTES) {
            throw new IllegalArgumentException("The fingerprint secret has " + secret.length
                    + " bytes; it needs at least " + LEAST_SECRET_BYTES + ".");
        }
        this.secret = secret.clone();
    }

    public Fingerprint of(AppealSlug appeal, Signatory signatory) {
        SecretKey key = derived("upprop fingerprint 1 " + appeal.value());
        byte[] hmac = Hmac.of(key, identityOf(signatory).getBytes(StandardCharsets.UTF_8));
        return new Fingerprint(Base64.getUrlEncoder().withoutPadding().encodeToString(hmac));
    }

    /** A key for something else than fingerprints, which tells nothing about theirs; {@code use} names it. */
    public SecretKey otherKey(String use) {
        return derived(use);
    }

    private SecretKey derived(String info) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            Hmac.ALGORITHM,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(info.getBytes(StandardCharsets.UTF_8), LEAST_SECRET_BYTES));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HKDF", missing);
        }
    }

    private static String identityOf(Signatory signatory) {
        return switch (signatory) {
            case Signatory.Individual person -> "individual\n" + person.email().canonical();
            case Signatory.Organisation organisation ->
                "organisation\n" + organisation.email().canonical() + "\n"
                        + organisation.website().canonical();
        };
    }
}
