package org.upprop.local.doctor;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.local.Problem;

/**
 * What an installation says of itself.
 *
 * @param url the origin before all services
 * @param from the address that mails come from
 * @param sendsFrom where the mails come from in the eyes of whoever takes them, if that was told
 * @param dkimSelector under which name the mail server's key stands in the DNS, if that was told
 */
public record Installation(
        URI url,
        String from,
        List<MailServer> mailServers,
        List<InetAddress> sendsFrom,
        @Nullable String dkimSelector) {

    public Installation {
        if (url.getHost() == null
                || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                || !url.getRawPath().isEmpty()) {
            throw Problem.beforehand("%s is no origin such as https://appeal.example.org.".formatted(url));
        }
        if (!from.matches("[^@\\s]+@[^@\\s]+")) {
            throw Problem.beforehand("%s is no address that mails could come from.".formatted(from));
        }
        if (mailServers.isEmpty()) {
            throw Problem.beforehand("No mail server is named: set UPPROP_MAIL_PROVIDERS_MAIN_HOST.");
        }
    }

    /** Out of settings; what an option says counts for more. */
    public static Installation of(
            Settings settings,
            @Nullable String url,
            @Nullable String from,
            @Nullable Path passwordFile,
            List<InetAddress> sendsFrom,
            @Nullable String dkimSelector) {
        return new Installation(
                origin(wanted(url, settings, "UPPROP_PUBLIC_URL", "--url")),
                wanted(from, settings, "UPPROP_MAIL_FROM", "--from"),
                settings.mailServers(
                        passwordFile == null ? settings.passwordFile().orElse(null) : passwordFile),
                sendsFrom,
                dkimSelector);
    }

    /** In the form that the DNS has it. */
    String senderDomain() {
        return IDN.toASCII(from.substring(from.indexOf('@') + 1));
    }

    private static String wanted(@Nullable String option, Settings settings, String variable, String name) {
        return Optional.ofNullable(option)
                .or(() -> settings.find(variable))
                .orElseThrow(() -> Problem.beforehand("Set %s, or use %s.".formatted(variable, name)));
    }

    private static URI origin(String url) {
        try {
            return URI.create(url.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw Problem.beforehand("%s is no origin such as https://appeal.example.org.".formatted(url));
        }
    }
}
