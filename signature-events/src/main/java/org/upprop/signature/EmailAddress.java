package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.EmailValidator;
import org.upprop.text.InvalidValue;
import org.upprop.text.TextRule;
import org.upprop.text.TypedText;

/**
 * The address that decides over a signature, as typed. Two spellings are one owner only when their {@link #canonical()}
 * forms are equal. Masked in logs.
 *
 * <p>The domain may be in any script. The part before the @ is ASCII, without quotes: RFC 6531 allows more, but a mail
 * gets there only where every server on the way does too, and a signature whose mail cannot come must not be accepted.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1">RFC 5321, the limits of an address</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6531">RFC 6531, internationalised mail</a>
 */
public record EmailAddress(@JsonValue String value) {

    /** In octets, with the domain in A-labels; the part before the @ has at most 64. */
    public static final int LIMIT = 254;

    /** What an address can be refused for. */
    public static final Set<String> CODES = Stream.concat(
                    TextRule.codes("email", TextRule.OF_TEXTS).stream(),
                    Stream.of("email.invalid", "email.unsupported"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Predicate<String> QUOTES = Pattern.compile("[\"\\\\]").asPredicate();
    private static final Predicate<String> ASCII =
            Pattern.compile("\\p{ASCII}+").asMatchPredicate();

    /** The validator knows only some top levels, so it judges the part before the @, and {@link DomainName} the rest. */
    private static final String ANY_DOMAIN = "@example.org";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailAddress {
        value = TypedText.line("email", value, LIMIT);
        String local = local(value);
        String domain = aLabel(domain(value));
        if (QUOTES.test(local) || !EmailValidator.getInstance().isValid(local + ANY_DOMAIN)) {
            throw invalid();
        }
        if (!ASCII.test(local)) {
            throw new InvalidValue("email.unsupported", "Before the @ only ASCII letters, digits and signs.");
        }
        if (local.length() + 1 + domain.length() > LIMIT) {
            throw new InvalidValue(TextRule.TOO_LONG.code("email"), "At most " + LIMIT + " octets.");
        }
    }

    /** The form that tells owners apart: lower case, the domain in A-labels. No dots or plus tags are folded. */
    public String canonical() {
        return local(value).toLowerCase(Locale.ROOT) + "@" + domain();
    }

    /** The domain in A-labels and lower case. */
    public String domain() {
        return aLabel(domain(value));
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }

    private static String local(String address) {
        return address.substring(0, at(address));
    }

    private static String domain(String address) {
        return address.substring(at(address) + 1);
    }

    private static int at(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            throw invalid();
        }
        return at;
    }

    private static String aLabel(String domain) {
        return DomainName.of(domain).orElseThrow(EmailAddress::invalid).value();
    }

    private static InvalidValue invalid() {
        return new InvalidValue("email.invalid", "Must be an e-mail address such as name@example.org.");
    }
}
