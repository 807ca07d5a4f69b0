package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.upprop.text.TypedText;

/** A short text that stands beside a name, such as a role, an affiliation or a city: 1 to 120 characters. */
public record Detail(@JsonValue String value) {

    public static final int LIMIT = 120;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Detail {
        value = TypedText.line("text", value, LIMIT);
    }

    @Override
    public String toString() {
        return "Detail[…]";
    }
}
