package org.upprop.text;

/**
 * A value breaks a rule. It carries the rule's stable code and a sentence that names the limit; it never carries the
 * value, so it can be logged and answered.
 *
 * <p>A code is the field, a dot and the rule. The rules of texts and names are {@link TextRule}; what else a value can be
 * refused for stands in its type, whose {@code CODES} or {@code codes(field)} hold all of them and nothing else. What a
 * whole signature can be refused for is listed by {@code SignatureField} of the intake.
 */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public InvalidValue(String code, String rule) {
        super(rule);
        this.code = code;
    }

    /** The same rule, broken by what was typed into another field. */
    public InvalidValue in(String field) {
        return new InvalidValue(field + code.substring(code.indexOf('.')), rule());
    }

    /** The stable code of the rule that was broken, such as {@code email.invalid}. */
    public String code() {
        return code;
    }

    /** The rule in one sentence, with its limit. */
    public String rule() {
        return String.valueOf(getMessage());
    }
}
