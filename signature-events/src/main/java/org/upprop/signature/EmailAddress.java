package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.apache.commons.validator.routines.EmailValidator;
import org.upprop.text.InvalidValue;
import org.upprop.text.TypedText;

/**
 * The address that decides over a signature, as typed. Two spellings are one owner only when their {@link #canonical()}
 * forms are equal. Masked in logs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1">RFC 5321, the limits of an address</a>
 */
public record EmailAddress(@JsonValue String value) {

    public static final int LIMIT = 254;

    /** The validator knows only some top levels, so it judges the part before the @, and {@link DomainName} the rest. */
    private static final String ANY_DOMAIN = "@example.org";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailAddress {
        value = TypedText.line("email", value, LIMIT);
        if (DomainName.of(domain(value)).isEmpty()
                || !EmailValidator.getInstance().isValid(local(value) + ANY_DOMAIN)) {
            throw invalid();
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
