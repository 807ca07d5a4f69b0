package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import org.upprop.text.TextRule;
import org.upprop.text.TypedName;

/** The name under which a person signs, in any script: 1 to 120 code points in NFC. Masked in logs. */
public record PersonName(@JsonValue String value) {

    public static final int LIMIT = 120;

    /** What a name can be refused for. */
    public static final Set<String> CODES = TextRule.codes("name", TextRule.OF_NAMES);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonName {
        value = TypedName.ofPerson("name", value, LIMIT);
    }

    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
