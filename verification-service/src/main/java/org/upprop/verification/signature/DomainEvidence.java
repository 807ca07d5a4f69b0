package org.upprop.verification.signature;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.upprop.signature.Signatory;

/**
 * Whether a mail address is evidence that its owner speaks for an organisation: it is on the registrable domain of the
 * organisation's own website. A domain on which anybody, or thousands of students and clerks, have an address is
 * evidence of nothing.
 *
 * @see <a href="https://publicsuffix.org/">Public Suffix List</a>
 */
public final class DomainEvidence {

    /** Universities and public bodies, as the end of a domain tells. */
    private static final Set<String> ENDINGS_OF_MANY =
            Set.of("edu", "ac", "gov", "govt", "gob", "gouv", "gub", "gv", "go", "mil", "int");

    /** Registrable domains on which anybody, or thousands of students and clerks, have an address. */
    public static final Set<String> DOMAINS_OF_MANY = read("domains-of-many.txt");

    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI);

    private DomainEvidence() {}

    /** Of a person nobody asks for whom they speak. */
    public static boolean speaksFor(Signatory signatory) {
        return signatory instanceof Signatory.Organisation organisation && speaksFor(organisation);
    }

    /** The registrable domain of an organisation's website, unless it is one on which anybody has a page. */
    public static Optional<String> domainOf(Signatory signatory) {
        return signatory instanceof Signatory.Organisation organisation
                ? registrable(organisation.website().host()).filter(domain -> !isOfMany(domain))
                : Optional.empty();
    }

    static boolean speaksFor(Signatory.Organisation organisation) {
        Optional<String> own = registrable(organisation.website().host());
        return own.isPresent()
                && own.equals(registrable(organisation.email().domain()))
                && own.filter(DomainEvidence::isOfMany).isEmpty();
    }

    private static Optional<String> registrable(String host) {
        IDNA.Info info = new IDNA.Info();
        String ascii = UTS46.nameToASCII(host, new StringBuilder(), info).toString();
        if (info.hasErrors() || !InternetDomainName.isValid(ascii)) {
            return Optional.empty();
        }
        InternetDomainName name = InternetDomainName.from(ascii);
        return name.isUnderPublicSuffix() ? Optional.of(name.topPrivateDomain().toString()) : Optional.empty();
    }

    private static boolean isOfMany(String registrable) {
        InternetDomainName name = InternetDomainName.from(registrable);
        InternetDomainName suffix = Objects.requireNonNull(name.publicSuffix());
        return suffix.parts().stream().anyMatch(ENDINGS_OF_MANY::contains) || DOMAINS_OF_MANY.contains(registrable);
    }

    private static Set<String> read(String resource) {
        try (InputStream lines = Objects.requireNonNull(DomainEvidence.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
