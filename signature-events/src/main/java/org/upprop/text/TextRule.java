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
    /** Something visible stands in it. */
    EMPTY,
    /** As many code points as its field allows, counted in NFC. */
    TOO_LONG,
    /** No controls, direction overrides and isolates, tags, blanks that pass for letters, private or unassigned ones. */
    CHARACTERS,
    /** No more combining marks on a letter than a language writes. */
    MARKS,
    /** A name does not begin with = or @. */
    FORMULA,
    /** A name holds no web address with its scheme; a bare domain such as 350.org may be a name. */
    LINK,
    /** A name holds no mail address. */
    ADDRESS,
    /** A name holds no phone number. */
    PHONE;

    /** What every typed text keeps to. */
    public static final Set<TextRule> OF_TEXTS = Collections.unmodifiableSet(EnumSet.range(EMPTY, MARKS));

    /** What a name keeps to, and whatever stands beside one. */
    public static final Set<TextRule> OF_NAMES = Collections.unmodifiableSet(EnumSet.allOf(TextRule.class));

    /** The code of this rule where a field breaks it. */
    public String code(String field) {
        return field + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The codes of some rules for one field. */
    public static Set<String> codes(String field, Set<TextRule> rules) {
        return rules.stream().map(rule -> rule.code(field)).collect(Collectors.toUnmodifiableSet());
    }

    InvalidValue broken(String field, String sentence) {
        return new InvalidValue(code(field), sentence);
    }
}
