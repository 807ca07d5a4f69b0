package org.upprop.signature;

import java.util.List;
import java.util.Set;

/** The large providers of mail, at which so many people have an address that the domain says nothing about one of them. */
public final class MailProviders {

    /** Their domains in A-labels and lower case, those with most addresses first. */
    public static final List<String> DOMAINS = DomainList.beside(MailProviders.class, "mail-providers.txt");

    private static final Set<String> KNOWN = Set.copyOf(DOMAINS);

    private MailProviders() {}

    /** Whether a domain, in A-labels and lower case, is one of theirs. */
    public static boolean have(String domain) {
        return KNOWN.contains(domain);
    }
}
