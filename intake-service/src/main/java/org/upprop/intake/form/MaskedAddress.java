package org.upprop.intake.form;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mail address as a page may show it to whoever typed it, with others looking on: the first and the last letter of
 * each part and the top level, and the whole domain where it is one of the large providers. How long a part is does not
 * show.
 */
public record MaskedAddress(String address) {

    /** Letters with the marks that belong to them. */
    private static final Pattern LETTER = Pattern.compile("\\X");

    private static final String DOTS = "•••";

    /** A shorter part would show most of itself at both ends. */
    private static final int LEAST_FOR_BOTH_ENDS = 5;

    @Override
    public String toString() {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return DOTS;
        }
        return shortened(address.substring(0, at)) + "@" + masked(address.substring(at + 1));
    }

    private static String masked(String domain) {
        if (MailDomains.isLarge(domain)) {
            return domain;
        }
        int dot = domain.lastIndexOf('.');
        return dot < 1 ? shortened(domain) : shortened(domain.substring(0, dot)) + domain.substring(dot);
    }

    private static String shortened(String part) {
        List<String> letters =
                LETTER.matcher(part).results().map(MatchResult::group).toList();
        if (letters.isEmpty()) {
            return DOTS;
        }
        return letters.getFirst() + DOTS + (letters.size() < LEAST_FOR_BOTH_ENDS ? "" : letters.getLast());
    }
}
