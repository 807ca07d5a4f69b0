package org.upprop.verification.signature;

import com.google.common.net.InternetDomainName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upprop.signature.DomainList;
import org.upprop.signature.MailProviders;
import org.upprop.signature.Signatory;

/**
 * Whether a mail address is evidence that its owner speaks for an organisation: it is on the registrable domain of the
 * organisation's own website. A domain on which anybody, even for some minutes, or thousands of students and clerks
 * have an address is evidence of nothing.
 *
 * @see <a href="https://publicsuffix.org/">Public Suffix List</a>
 */
public final class DomainEvidence {

    /** Universities and public bodies, as the end of a domain tells. */
    private static final Set<String> ENDINGS_OF_MANY =
            Set.of("edu", "ac", "gov", "govt", "gob", "gouv", "gub", "gv", "go", "mil", "int");

    /** Registrable domains on which anybody, or thousands of students and clerks, have an address. */
    private static final Set<String> DOMAINS_OF_MANY = Stream.of(
                    MailProviders.DOMAINS,
                    DomainList.beside(DomainEvidence.class, "domains-of-many.txt"),
                    DomainList.beside(DomainEvidence.class, "academic-domains.txt"))
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** Domains on which anybody gets an address for some minutes, with all that is below them. */
    public static final Set<String> DISPOSABLE =
            Set.copyOf(DomainList.beside(DomainEvidence.class, "disposable-domains.txt"));

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
                && own.filter(DomainEvidence::isOfMany).isEmpty()
                && withParents(organisation.email().domain()).noneMatch(DISPOSABLE::contains);
    }

    /** A domain and all that it is below. */
    public static Stream<String> withParents(String domain) {
        return Stream.iterate(domain, one -> one.indexOf('.') >= 0, one -> one.substring(one.indexOf('.') + 1));
    }

    /** The domain that somebody has registered, with all that is below it; a domain that nobody can register as it is. */
    public static String wholeOf(String domain) {
        return registrable(domain).orElse(domain);
    }

    private static Optional<String> registrable(String host) {
        if (!InternetDomainName.isValid(host)) {
            return Optional.empty();
        }
        InternetDomainName name = InternetDomainName.from(host);
        return name.isUnderPublicSuffix() ? Optional.of(name.topPrivateDomain().toString()) : Optional.empty();
    }

    /** Whether thousands have an address on a domain, or anybody who likes. */
    public static boolean isOfMany(String domain) {
        return DOMAINS_OF_MANY.contains(domain) || endsLikeThoseOfMany(domain);
    }

    private static boolean endsLikeThoseOfMany(String domain) {
        InternetDomainName suffix = InternetDomainName.isValid(domain)
                ? InternetDomainName.from(domain).publicSuffix()
                : null;
        return suffix != null && suffix.parts().stream().anyMatch(ENDINGS_OF_MANY::contains);
    }
}
