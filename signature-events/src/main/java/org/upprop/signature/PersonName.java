package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.upprop.text.TypedText;

/** The name under which a person signs, in any script: 1 to 120 characters. Masked in logs. */
public record PersonName(@JsonValue String value) {

    public static final int LIMIT = 120;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonName {
        value = TypedText.line("name", value, LIMIT);
    }

    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
