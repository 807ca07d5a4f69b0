package org.upprop.verification.link;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Six digits that stand in a mail, for whoever would rather type than open a link. They tell something only together with
 * the id of a signature.
 */
public record Code(String digits) {

    private static final int LENGTH = 6;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    public static Code random() {
        return new Code(String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES)));
    }

    /** A code as people type it, in the digits of any script, with spaces or a hyphen in it; nothing where it is none. */
    public static Optional<Code> typed(String text) {
        StringBuilder digits = new StringBuilder();
        for (int character : text.codePoints().filter(Code::counts).toArray()) {
            int digit = Character.digit(character, 10);
            if (digit < 0 || digits.length() == LENGTH) {
                return Optional.empty();
            }
            digits.append(digit);
        }
        return digits.length() == LENGTH ? Optional.of(new Code(digits.toString())) : Optional.empty();
    }

    /** Everything but spaces, hyphens and the marks that only turn the direction of a text. */
    private static boolean counts(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.CONTROL, Character.FORMAT, Character.DASH_PUNCTUATION -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return "Code[…]";
    }
}
