package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.upprop.text.TypedText;

/** The name of an organisation, in any script: 1 to 200 characters. */
public record OrganisationName(@JsonValue String value) {

    public static final int LIMIT = 200;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationName {
        value = TypedText.line("name", value, LIMIT);
    }

    @Override
    public String toString() {
        return "OrganisationName[…]";
    }
}
