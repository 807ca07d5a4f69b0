package org.upprop.verification.link;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Hmac;
import org.upprop.signature.SignatureId;

/**
 * The key under which codes are kept: there are only a million of them, so a plain hash would tell each. It is not in the
 * database.
 */
@Component
public class CodeKey {

    private final SecretKey key;

    CodeKey(Fingerprints fingerprints) {
        key = fingerprints.otherKey("upprop mail code 1");
    }

    /** What is kept of a code; it belongs to one signature, and equal codes of two look different. */
    public byte[] hmac(SignatureId signature, Code code) {
        return Hmac.of(key, (signature + "\n" + code.digits()).getBytes(StandardCharsets.UTF_8));
    }
}
