package org.upprop.text;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule that typed texts keep to. The stable code of a broken one is the field, a dot and the rule's name in lower case
 * with hyphens, such as {@code name.too-long}.
 */
public enum TextRule {
    EMPTY("Must not be empty."),
    /** Counted in code points, in NFC. */
    TOO_LONG("At most %d characters."),
    CHARACTERS("No control characters, direction overrides, invisible, private or unassigned characters."),
    MARKS("No mark without a letter, and at most " + Marks.MOST + " marks above and below one."),
    FORMULA("Must not begin with = or @."),
    /** A bare domain such as 350.org may be a name. */
    LINK("Must not hold a web address with http:// or the like."),
    ADDRESS("Must not hold an e-mail address."),
    PHONE("Must not hold a phone number.");

    /** What every typed text keeps to. */
    public static final Set<TextRule> OF_TEXTS = Collections.unmodifiableSet(EnumSet.range(EMPTY, MARKS));

    /** What a name keeps to, and whatever stands beside one. */
    public static final Set<TextRule> OF_NAMES = Collections.unmodifiableSet(EnumSet.allOf(TextRule.class));

    private final String sentence;

    TextRule(String sentence) {
        this.sentence = sentence;
    }

    /** The code of this rule where a field breaks it. */
    public String code(String field) {
        return field + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The codes of some rules for one field. */
    public static Set<String> codes(String field, Set<TextRule> rules) {
        return rules.stream().map(rule -> rule.code(field)).collect(Collectors.toUnmodifiableSet());
    }

    /** The rule in one sentence, for a text of a greatest length in code points. */
    public String sentence(int limit) {
        return sentence.formatted(limit);
    }

    InvalidValue broken(String field, int limit) {
        return new InvalidValue(code(field), sentence(limit));
    }
}
