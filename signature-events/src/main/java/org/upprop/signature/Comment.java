package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import org.upprop.text.TextRule;
import org.upprop.text.TypedText;

/** What a signatory wants to say beside the name: 1 to 1,000 code points in NFC, on several lines if need be. */
public record Comment(@JsonValue String value) {

    public static final int LIMIT = 1_000;

    /** What a comment can be refused for. */
    public static final Set<String> CODES = TextRule.codes("comment", TextRule.OF_TEXTS);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Comment {
        value = TypedText.lines("comment", value, LIMIT);
    }

    @Override
    public String toString() {
        return "Comment[…]";
    }
}
