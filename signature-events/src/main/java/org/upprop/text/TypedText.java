package org.upprop.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * What a typed text must keep to before it may travel: NFC, a length in code points, nothing that deceives. White space
 * and marks of direction around it are dropped, since they come along when text is pasted and nobody sees them.
 */
public final class TypedText {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private TypedText() {}

    /**
     * The text of one line, in NFC and without white space around it.
     *
     * @param field the field's name, which begins the code of a broken rule
     * @param text what was typed
     * @param limit the greatest length in code points; the least is 1
     * @throws InvalidValue with the code of one of {@link TextRule#OF_TEXTS}
     */
    public static String line(String field, String text, int limit) {
        return check(field, text, limit, false);
    }

    /** As {@link #line}, where line breaks may stand in the text. */
    public static String lines(String field, String text, int limit) {
        return check(field, text.replace("\r\n", "\n"), limit, true);
    }

    private static String check(String field, String text, int limit, boolean lineBreaks) {
        String typed = trimmed(NFC.normalize(text));
        int[] characters = typed.codePoints().toArray();
        if (!Visibility.isVisible(characters)) {
            throw TextRule.EMPTY.broken(field, limit);
        }
        if (characters.length > limit) {
            throw TextRule.TOO_LONG.broken(field, limit);
        }
        if (Visibility.deceives(characters, lineBreaks)) {
            throw TextRule.CHARACTERS.broken(field, limit);
        }
        if (Marks.areStacked(characters)) {
            throw TextRule.MARKS.broken(field, limit);
        }
        return typed;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (end > start && isAround(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isAround(char character) {
        return UCharacter.isUWhiteSpace(character)
                || switch (character) {
                    case '\u200B', '\u200E', '\u200F', '\u061C', '\uFEFF' -> true;
                    default -> false;
                };
    }
}
