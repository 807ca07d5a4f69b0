package org.upprop.signature;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public domain name in A-labels and lower case. Any top level may stand at its end: a list of those that exist would
 * one day refuse a real one.
 *
 * @see <a href="https://www.unicode.org/reports/tr46/">UTS 46, internationalised domain names</a>
 */
record DomainName(String value) {

    private static final int LIMIT = 253;
    private static final Pattern TWO_LABELS_OR_MORE = Pattern.compile("([a-z0-9-]+\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI);

    /** The domain name that was typed, or nothing if it is none. */
    static Optional<DomainName> of(String typed) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        UTS46.nameToASCII(typed, ascii, info);
        String name = ascii.toString().toLowerCase(Locale.ROOT);
        boolean valid = !info.hasErrors()
                && name.length() <= LIMIT
                && TWO_LABELS_OR_MORE.matcher(name).matches();
        return valid ? Optional.of(new DomainName(name)) : Optional.empty();
    }
}
