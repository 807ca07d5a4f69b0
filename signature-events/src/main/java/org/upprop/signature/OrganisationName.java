package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import org.upprop.text.InvalidValue;
import org.upprop.text.TextRule;
import org.upprop.text.TypedName;

/** The name of an organisation, in any script: 1 to 200 code points in NFC. */
public record OrganisationName(@JsonValue String value) {

    public static final int LIMIT = 200;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationName {
        value = TypedName.of("name", value, LIMIT);
    }

    /** A name typed into another field than {@code name}, which begins the code of a broken rule. */
    public static OrganisationName in(String field, String typed) {
        try {
            return new OrganisationName(typed);
        } catch (InvalidValue broken) {
            throw broken.in(field);
        }
    }

    /** What a name typed into a field can be refused for. */
    public static Set<String> codes(String field) {
        return TextRule.codes(field, TextRule.OF_NAMES);
    }

    @Override
    public String toString() {
        return "OrganisationName[…]";
    }
}
