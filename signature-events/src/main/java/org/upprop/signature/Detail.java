package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import org.upprop.text.InvalidValue;
import org.upprop.text.TextRule;
import org.upprop.text.TypedName;

/** A short text that stands beside a name, such as a role, an affiliation or a city: 1 to 120 code points in NFC. */
public record Detail(@JsonValue String value) {

    public static final int LIMIT = 120;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Detail {
        value = TypedName.of("text", value, LIMIT);
    }

    /** A detail typed into a field, whose name begins the code of a broken rule. */
    public static Detail in(String field, String typed) {
        try {
            return new Detail(typed);
        } catch (InvalidValue broken) {
            throw broken.in(field);
        }
    }

    /** What a detail typed into a field can be refused for. */
    public static Set<String> codes(String field) {
        return TextRule.codes(field, TextRule.OF_NAMES);
    }

    @Override
    public String toString() {
        return "Detail[…]";
    }
}
