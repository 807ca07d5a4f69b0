package org.upprop.intake.site.web;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;

/** The name of a server, as people type it: alone, within its address, or behind their own name. */
final class MastodonServer {

    private static final Pattern TYPED = Pattern.compile("(?:https?://)?(?:@?[^@/]*@)?(?<host>[^@/:?#]+)(?:[/?#].*)?");

    private static final int LONGEST = 300;

    private MastodonServer() {}

    static Optional<String> named(String typed) {
        Matcher matcher = TYPED.matcher(typed.strip().toLowerCase(Locale.ROOT));
        return typed.length() <= LONGEST && matcher.matches() ? host(matcher.group("host")) : Optional.empty();
    }

    private static Optional<String> host(String name) {
        try {
            return Optional.of(IDN.toASCII(name)).filter(DomainValidator.getInstance()::isValid);
        } catch (IllegalArgumentException unnameable) {
            return Optional.empty();
        }
    }
}
