package org.upprop.intake.input;

import java.util.regex.Pattern;
import org.upprop.text.InvalidValue;

/** Names a part of an appeal, such as a demand: lower-case letters of a to z, digits and single hyphens, 1 to 64. */
public record ShortId(String value) {

    /** As a regular expression that holds the whole id. */
    public static final String FORM = "^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public ShortId {
        if (!PATTERN.matcher(value).matches()) {
            throw new InvalidValue(
                    "id.invalid", "Must be 1 to 64 lower-case letters, digits and single hyphens between them.");
        }
    }
}
