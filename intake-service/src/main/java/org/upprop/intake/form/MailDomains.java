package org.upprop.intake.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.validator.routines.DomainValidator;
import org.upprop.signature.MailProviders;

/**
 * The domains that most mail addresses end in, and what somebody probably meant who typed one that is nearly one of
 * them. A mail to a mistyped domain is not only lost: such domains are bought to read what arrives there.
 */
final class MailDomains {

    private static final Set<String> NAMES =
            MailProviders.DOMAINS.stream().map(MailDomains::nameOf).collect(Collectors.toUnmodifiableSet());

    /** Providers that have one ending, so that whoever types another has mistaken it. */
    private static final Set<String> ONE_ENDING = Set.of("gmail", "icloud");

    /** Endings that exist, and that behind a large provider's name are a slip of the finger. */
    private static final Set<String> SLIPS = Set.of("co", "cm", "om");

    private static final List<String> ENDINGS = List.of("com", "org", "net");

    private static final int FARTHEST = 3;

    private static final int SHORT = 5;
    private static final int LONG = 7;

    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance(FARTHEST);

    private MailDomains() {}

    /** Whether so many people have an address there that the domain says nothing about one of them. */
    static boolean isLarge(String domain) {
        return MailProviders.have(domain.toLowerCase(Locale.ROOT));
    }

    /** The domain that was probably meant, where it is another than the one that was typed. */
    static Optional<String> meantBy(String typed) {
        String domain = typed.toLowerCase(Locale.ROOT);
        int dot = domain.lastIndexOf('.');
        if (MailProviders.have(domain) || dot < 1) {
            return Optional.empty();
        }
        return MailProviders.DOMAINS.stream()
                .filter(large -> isNearly(domain, large))
                .min(Comparator.comparing(large -> distance(domain, large)))
                .or(() -> ending(domain.substring(dot + 1)).map(ending -> domain.substring(0, dot + 1) + ending));
    }

    private static boolean isNearly(String domain, String large) {
        String name = nameOf(large);
        String ending = domain.substring(nameOf(domain).length() + 1);
        int distance = distance(domain, large);
        if (nameOf(domain).equals(name)) {
            return ONE_ENDING.contains(name)
                    || distance == 1 && SLIPS.contains(ending)
                    || !exists(ending) && distance <= 2;
        }
        // What is the name of one provider is no slip of the finger for another's.
        return !NAMES.contains(nameOf(domain))
                && distance <= allowed(name) + (name.length() < SHORT || exists(ending) ? 0 : 1);
    }

    /** The shorter a name, the more other names are near it. */
    private static int allowed(String name) {
        if (name.length() < SHORT) {
            return 0;
        }
        return name.length() < LONG ? 1 : 2;
    }

    private static int distance(String domain, String large) {
        int distance = DISTANCE.apply(domain, large);
        return distance < 0 ? FARTHEST + 1 : distance;
    }

    private static boolean exists(String ending) {
        return DomainValidator.getInstance().isValidTld(ending.substring(ending.lastIndexOf('.') + 1));
    }

    /** What an ending that does not exist was meant to be. */
    private static Optional<String> ending(String typed) {
        return exists(typed)
                ? Optional.empty()
                : ENDINGS.stream()
                        .filter(ending -> DISTANCE.apply(typed, ending) == 1)
                        .findFirst();
    }

    private static String nameOf(String domain) {
        return domain.substring(0, domain.indexOf('.'));
    }
}
