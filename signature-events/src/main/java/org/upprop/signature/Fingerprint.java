package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.upprop.text.InvalidValue;

/**
 * Tells one signatory of one appeal from another without naming either: HMAC-SHA-256 in base64url, 43 characters. It is
 * the key of a submission, so that whatever one signatory sends stays in order.
 */
public record Fingerprint(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fingerprint {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("fingerprint.invalid", "Must be 43 characters of base64url.");
        }
    }

    @Override
    public String toString() {
        return "Fingerprint[…]";
    }
}
