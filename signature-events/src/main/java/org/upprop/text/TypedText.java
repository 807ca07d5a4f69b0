package org.upprop.text;

import java.text.Normalizer;

/** What a typed text must keep to before it may travel: NFC, a length in code points, nothing invisible that deceives. */
public final class TypedText {

    /** The fillers of Hangul and the empty Braille pattern: letters and symbols by their type, and blank on a list. */
    private static final String BLANKS = "\u115F\u1160\u3164\uFFA0\u2800";

    private TypedText() {}

    /**
     * The text of one line, in NFC and without white space around it.
     *
     * @param field the field's name, which begins the code of a broken rule
     * @param text what was typed
     * @param limit the greatest length in code points; the least is 1
     * @throws InvalidValue with {@code field.empty}, {@code field.too-long} or {@code field.characters}
     */
    public static String line(String field, String text, int limit) {
        return check(field, text, limit, false);
    }

    /** As {@link #line}, where line breaks may stand in the text. */
    public static String lines(String field, String text, int limit) {
        return check(field, text.replace("\r\n", "\n"), limit, true);
    }

    private static String check(String field, String text, int limit, boolean lineBreaks) {
        String typed = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (typed.codePoints().noneMatch(TypedText::isVisible)) {
            throw new InvalidValue(field + ".empty", "Must not be empty.");
        }
        if (typed.codePointCount(0, typed.length()) > limit) {
            throw new InvalidValue(field + ".too-long", "At most " + limit + " characters.");
        }
        if (typed.codePoints().anyMatch(c -> deceives(c) && !(lineBreaks && c == '\n'))) {
            throw new InvalidValue(
                    field + ".characters",
                    "No control characters, direction overrides, private or unassigned characters.");
        }
        return typed;
    }

    private static boolean deceives(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> !joinsLetters(codePoint);
            default -> false;
        };
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                false;
            default -> BLANKS.indexOf(codePoint) < 0;
        };
    }

    /** ZWNJ and ZWJ are part of the spelling of names in Persian, Kurdish and the scripts of India. */
    private static boolean joinsLetters(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D;
    }
}
