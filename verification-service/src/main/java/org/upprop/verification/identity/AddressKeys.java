package org.upprop.verification.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Hmac;

/**
 * Makes address keys: an HMAC of the canonical address under a key of its own, so that the caps on mails hold over all
 * appeals while fingerprints still tell nobody that two appeals have a signatory in common.
 */
public final class AddressKeys {

    private static final String USE = "upprop mail cap 1";

    private final SecretKey key;

    public AddressKeys(Fingerprints fingerprints) {
        key = fingerprints.otherKey(USE);
    }

    public AddressKey of(EmailAddress address) {
        return new AddressKey(hmac(address.canonical()));
    }

    /** Tells one mail domain from another, without naming either: a domain may be one person's own. */
    public String ofDomain(String domain) {
        return hmac("@" + domain);
    }

    private String hmac(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Hmac.of(key, text.getBytes(StandardCharsets.UTF_8)));
    }
}
