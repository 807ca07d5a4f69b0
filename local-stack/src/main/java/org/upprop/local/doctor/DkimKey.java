package org.upprop.local.doctor;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the key is in the DNS by which receivers know a signed mail. Upprop signs no mails; the mail server does.
 *
 * @param selector the name of the key, as the mail server's settings and {@code s=} in the header
 *     {@code DKIM-Signature} of its mails have it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1">RFC 6376, the key</a>
 */
record DkimKey(String domain, @Nullable String selector, Dns dns) implements Check {

    private static final String ABOUT = "DKIM";

    /** Receivers take no shorter one (RFC 8301), and longer ones are advised. */
    private static final int SHORTEST_BITS = 1024;

    private static final int ADVISED_BITS = 2048;

    @Override
    public List<Finding> findings() {
        if (selector == null) {
            return List.of(Finding.warning(
                    ABOUT,
                    "Upprop signs no mails, your mail server has to, and by which key was not told.",
                    "Say it with --dkim SELECTOR: it is s= in the header DKIM-Signature of a mail that arrived."));
        }
        String name = "%s._domainkey.%s".formatted(selector, domain);
        List<Tags> keys = dns.texts(name).stream()
                .map(Tags::of)
                .filter(tags -> tags.has("p"))
                .toList();
        return List.of(keys.isEmpty() ? missing(name) : finding(name, keys.getFirst()));
    }

    private static Finding missing(String name) {
        return Finding.wrong(
                ABOUT,
                "There is no key at %s.".formatted(name),
                "Add the record with the key that your mail server shows, and let it sign.",
                DnsRecord.text(name, "v=DKIM1; k=rsa; p=<the public key of your mail server>"));
    }

    private static Finding finding(String name, Tags key) {
        if (key.get("p").isEmpty()) {
            return Finding.wrong(
                    ABOUT, "The key at %s is revoked.".formatted(name), "Let the mail server sign by another.");
        }
        if (key.get("t").contains("y")) {
            return Finding.warning(
                    ABOUT, "The key at %s says that it is a test (t=y).".formatted(name), "Take that away.");
        }
        return key.get("k").equals("ed25519")
                ? Finding.ok(ABOUT, "There is a key at %s.".formatted(name))
                : rsa(name, key.get("p").replaceAll("\\s", ""));
    }

    private static Finding rsa(String name, String written) {
        try {
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(written)));
            int bits = key.getModulus().bitLength();
            String text = "The key at %s has %d bits.".formatted(name, bits);
            if (bits < SHORTEST_BITS) {
                return Finding.wrong(ABOUT, text, "Receivers take none under %d.".formatted(SHORTEST_BITS));
            }
            return bits < ADVISED_BITS
                    ? Finding.warning(ABOUT, text, "Make one of %d.".formatted(ADVISED_BITS))
                    : Finding.ok(ABOUT, text);
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return Finding.wrong(
                    ABOUT, "What stands at %s is no key.".formatted(name), "Copy it again from the mail server.");
        }
    }
}
