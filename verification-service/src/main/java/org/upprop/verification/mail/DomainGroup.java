package org.upprop.verification.mail;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.upprop.signature.EmailAddress;

/** The large mail providers by name and all others as one, so that a metric tells who refuses mails and names nobody. */
final class DomainGroup {

    static final String OTHER = "other";

    /** A country, or a company in it, follows the name. */
    private static final String ANYWHERE = "\\.(com|[a-z]{2}|com?\\.[a-z]{2})";

    private static final Map<String, Pattern> GROUPS = Map.of(
            "gmail", Pattern.compile("(gmail|googlemail)\\.com"),
            "outlook", Pattern.compile("(outlook|hotmail|live)" + ANYWHERE + "|msn\\.com"),
            "yahoo", Pattern.compile("yahoo" + ANYWHERE + "|(ymail|rocketmail)\\.com"),
            "icloud", Pattern.compile("(icloud|me|mac)\\.com"),
            "mail-ru", Pattern.compile("(mail|bk|inbox|list)\\.ru"),
            "yandex", Pattern.compile("yandex" + ANYWHERE + "|ya\\.ru"),
            "proton", Pattern.compile("(proton|protonmail)\\.(me|com|ch)|pm\\.me"),
            "gmx", Pattern.compile("gmx\\.(net|com|[a-z]{2}|co\\.uk)|web\\.de"));

    private DomainGroup() {}

    static String of(EmailAddress address) {
        String domain = address.domain().toLowerCase(Locale.ROOT);
        return GROUPS.entrySet().stream()
                .filter(group -> group.getValue().matcher(domain).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHER);
    }
}
