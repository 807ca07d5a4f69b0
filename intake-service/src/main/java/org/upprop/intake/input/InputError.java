package org.upprop.intake.input;

/**
 * One thing that is wrong with an input. It names the rule and never the value.
 *
 * @param pointer where, as a JSON pointer
 * @param code the rule's stable code
 * @param detail the rule in one sentence
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON pointer</a>
 */
public record InputError(String pointer, String code, String detail) {}
