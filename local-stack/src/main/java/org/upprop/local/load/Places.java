package org.upprop.local.load;

import java.net.URI;
import org.upprop.local.Problem;

/**
 * Where the services and the mailbox are.
 *
 * @param mails what an address is put behind, to get the mails to it as a JSON array
 */
public record Places(String intake, String publication, String monitor, String mails) {

    public Places {
        intake = withoutSlash(intake);
        publication = withoutSlash(publication);
        monitor = withoutSlash(monitor);
    }

    /** Whose list this is. */
    public String host() {
        try {
            String host = URI.create(intake).getHost();
            if (host != null) {
                return host;
            }
        } catch (IllegalArgumentException noAddress) {
            // as where it names no host
        }
        throw Problem.beforehand("%s is no address.".formatted(intake));
    }

    private static String withoutSlash(String url) {
        return url.replaceFirst("/+$", "");
    }
}
