package org.upprop.verification.screening;

import com.ibm.icu.text.IDNA;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upprop.signature.EmailAddress;
import org.upprop.text.InvalidValue;
import org.upprop.verification.identity.AddressKeys;

/** What a rule looks at; its word is what forms, JSON and the database say. */
public enum RuleKind {
    /** Mail addresses on a domain; {@code *} stands for any letters, so {@code *.example.org} is all below it. */
    DOMAIN("domain"),
    /** One mail address, of which only a keyed hash is kept. */
    ADDRESS("address"),
    /** A domain on which anybody gets an address for some minutes, besides those that are known. */
    DISPOSABLE("disposable"),
    /** A domain of which many may sign at once, such as a large member's own. */
    EXPECTED("expected"),
    /** How many of one mail domain may sign one appeal within an hour; there is one such rule. */
    BURST("burst");

    private static final int LONGEST_DOMAIN = 253;
    private static final int MOST_STARS = 3;
    private static final int MOST = 1_000_000;
    /** Something of it must be there as it is, or the rule would hold for everybody. */
    private static final Predicate<String> PATTERN_OF_DOMAINS =
            Pattern.compile("([a-z0-9*-]+\\.)+[a-z0-9-]+").asMatchPredicate();

    private static final Pattern DOTS = Pattern.compile("[.\u3002\uff0e\uff61]");
    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI);

    private final String word;

    RuleKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<RuleKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /**
     * What is kept of a typed value.
     *
     * @throws InvalidValue if a rule of this kind cannot have it
     */
    public String kept(String typed, AddressKeys keys) {
        return switch (this) {
            case DOMAIN, DISPOSABLE, EXPECTED -> domain(typed);
            case ADDRESS -> keys.of(new EmailAddress(typed)).value();
            case BURST -> number(typed);
        };
    }

    private static String domain(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        String domain = Stream.of(DOTS.split(text, -1)).map(RuleKind::label).collect(Collectors.joining("."));
        boolean valid = domain.length() <= LONGEST_DOMAIN
                && PATTERN_OF_DOMAINS.test(domain)
                && domain.chars().filter(sign -> sign == '*').count() <= MOST_STARS;
        if (!valid) {
            throw new InvalidValue(
                    "value.invalid",
                    "Must be a domain such as example.org or *.example.org, with at most " + MOST_STARS + " stars.");
        }
        return domain;
    }

    /** As mail addresses have it; what is none, and a star beside letters that are not ASCII, stays and is refused. */
    private static String label(String typed) {
        if (typed.indexOf('*') >= 0) {
            return typed;
        }
        IDNA.Info info = new IDNA.Info();
        String ascii = UTS46.labelToASCII(typed, new StringBuilder(), info).toString();
        return info.hasErrors() ? "" : ascii;
    }

    private static String number(String typed) {
        try {
            int number = Integer.parseInt(typed.strip());
            if (number >= 1 && number <= MOST) {
                return String.valueOf(number);
            }
        } catch (NumberFormatException none) {
            // Said below
        }
        throw new InvalidValue("value.invalid", "Must be a number from 1 to 1,000,000.");
    }
}
