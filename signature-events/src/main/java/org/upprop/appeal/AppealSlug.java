package org.upprop.appeal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.upprop.text.InvalidValue;

/** Names an appeal in every path, topic and table: lower-case letters of a to z, digits and single hyphens, 3 to 64. */
public record AppealSlug(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("(?=.{3,64}$)[a-z0-9]+(-[a-z0-9]+)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AppealSlug {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(
                    "slug.invalid", "Must be 3 to 64 lower-case letters, digits and single hyphens between them.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
