package org.upprop.intake.input;

import java.net.URI;
import java.net.URISyntaxException;
import org.upprop.text.InvalidValue;
import org.upprop.text.TypedText;

/** An http or https address that a page may link to, of at most 500 characters. */
public record WebAddress(String value) {

    public static final int LIMIT = 500;

    public WebAddress {
        value = TypedText.line("url", value, LIMIT);
        if (!isHttp(value)) {
            throw new InvalidValue("url.invalid", "Must be an http or https address such as https://example.org/.");
        }
    }

    /** The address of a whole site, as browsers send it in {@code Origin}. */
    public static String origin(String typed) {
        String origin = TypedText.line("origins", typed, LIMIT);
        boolean whole = isHttp(origin) && origin.matches("[a-z]+://[^/?#A-Z]+");
        if (!whole) {
            throw new InvalidValue(
                    "origins.invalid", "Must be scheme and host in lower case, such as https://example.org.");
        }
        return origin;
    }

    private static boolean isHttp(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
