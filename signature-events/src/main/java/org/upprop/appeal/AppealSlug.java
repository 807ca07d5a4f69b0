package org.upprop.appeal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.upprop.text.InvalidValue;

/** Names an appeal in every path, topic and table: lower-case letters of a to z, digits and single hyphens, 3 to 64. */
public record AppealSlug(@JsonValue String value) {

    /** As a regular expression that holds the whole slug. */
    public static final String FORM = "^(?=.{3,64}$)[a-z0-9]+(-[a-z0-9]+)*$";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AppealSlug {
        if (!PATTERN.matcher(value).matches()) {
            throw new InvalidValue(
                    "slug.invalid", "Must be 3 to 64 lower-case letters, digits and single hyphens between them.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
