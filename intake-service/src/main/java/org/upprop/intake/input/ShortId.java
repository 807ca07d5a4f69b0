package org.upprop.intake.input;

import java.util.regex.Pattern;
import org.upprop.text.InvalidValue;

/** Names a part of an appeal, such as a demand: lower-case letters of a to z, digits and single hyphens, 1 to 64. */
public record ShortId(String value) {

    private static final Pattern FORM = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*");

    public ShortId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(
                    "id.invalid", "Must be 1 to 64 lower-case letters, digits and single hyphens between them.");
        }
    }
}
