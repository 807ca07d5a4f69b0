package org.upprop.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.IndicSyllabicCategory;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether a text shows what it holds. */
final class Visibility {

    /**
     * The fillers of Hangul and Khitan, the empty Braille pattern, the blanks of hieroglyphs and the note without a head:
     * letters, marks and symbols by their type, and blank on a list.
     */
    private static final String BLANKS =
            "\u115F\u1160\u3164\uFFA0\u2800\uD80D\uDC41\uD80D\uDC42\uD81B\uDFE4\uD834\uDD59";

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Visibility() {}

    static boolean isVisible(int[] text) {
        return Arrays.stream(text).anyMatch(Visibility::isVisible);
    }

    /** Whether something in the text hides, or shows it otherwise than it reads. */
    static boolean deceives(int[] text, boolean lineBreaks) {
        for (int at = 0; at < text.length; at++) {
            boolean allowed = lineBreaks && text[at] == '\n';
            if (!allowed && deceives(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVisible(int character) {
        return switch (UCharacter.getType(character)) {
            case UCharacterCategory.SPACE_SEPARATOR,
                    UCharacterCategory.FORMAT,
                    UCharacterCategory.CONTROL,
                    UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK -> false;
            default -> !isBlank(character);
        };
    }

    private static boolean deceives(int[] text, int at) {
        return switch (UCharacter.getType(text[at])) {
            case UCharacterCategory.CONTROL,
                    UCharacterCategory.PRIVATE_USE,
                    UCharacterCategory.SURROGATE,
                    UCharacterCategory.UNASSIGNED,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR -> true;
            case UCharacterCategory.FORMAT -> !isSpelling(text, at);
            default -> isBlank(text[at]) || isIgnorable(text[at]) && !isVariant(text, at);
        };
    }

    private static boolean isBlank(int character) {
        return BLANKS.indexOf(character) >= 0;
    }

    private static boolean isIgnorable(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /**
     * A selector directly behind a character that has several forms picks one, as families write an ideograph their own
     * way. A second one, or one behind any other letter, is seen by nobody.
     *
     * @see <a href="https://www.unicode.org/Public/UCD/latest/ucd/StandardizedVariants.txt">Standardized variants</a>
     * @see <a href="https://www.unicode.org/reports/tr37/">UTS 37, the ideographic variation database</a>
     */
    private static boolean isVariant(int[] text, int at) {
        return at > 0
                && UCharacter.hasBinaryProperty(text[at], UProperty.VARIATION_SELECTOR)
                && !Marks.isMark(text[at - 1])
                && hasVariants(text[at - 1]);
    }

    private static boolean hasVariants(int base) {
        return switch (UScript.getScript(base)) {
            case UScript.HAN, UScript.MONGOLIAN, UScript.MYANMAR, UScript.PHAGS_PA -> true;
            default -> isPictograph(base) || UCharacter.hasBinaryProperty(base, UProperty.EMOJI);
        };
    }

    /**
     * Joiners are part of how names are spelt in Persian, Kurdish and the scripts of India, and of how some symbols are
     * drawn; scripts without spaces between words show by a space of no width where a line may break. Elsewhere they
     * would make two names of one.
     */
    private static boolean isSpelling(int[] text, int at) {
        Integer before = letterBefore(text, at);
        return before != null
                && switch (text[at]) {
                    case ZERO_WIDTH_NON_JOINER -> joins(before);
                    case ZERO_WIDTH_JOINER -> joins(before) || isPictograph(before);
                    case ZERO_WIDTH_SPACE -> UScript.breaksBetweenLetters(UScript.getScript(before));
                    default -> false;
                };
    }

    private static @Nullable Integer letterBefore(int[] text, int at) {
        int before = at - 1;
        while (before >= 0 && Marks.isMark(text[before])) {
            before--;
        }
        return before < 0 ? null : text[before];
    }

    private static boolean joins(int letter) {
        return switch (UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE)) {
            case JoiningType.DUAL_JOINING, JoiningType.LEFT_JOINING, JoiningType.RIGHT_JOINING -> true;
            default ->
                !UCharacter.isDigit(letter)
                        && UCharacter.isUAlphabetic(letter)
                        && UCharacter.getIntPropertyValue(letter, UProperty.INDIC_SYLLABIC_CATEGORY)
                                != IndicSyllabicCategory.OTHER;
        };
    }

    private static boolean isPictograph(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(character, UProperty.EMOJI_MODIFIER);
    }
}
