package org.upprop.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.IndicSyllabicCategory;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/**
 * The marks above and below letters. Languages write up to three on one in NFC, as Hebrew does with a dagesh, a dot and a
 * vowel; more of them climb out of their line. Consonants that Tibetan and Burmese write below others are marks by their
 * type and letters by their use, so they count apart.
 */
final class Marks {

    static final int MOST = 3;

    private static final int MOST_CONSONANTS = 3;

    private Marks() {}

    static boolean isMark(int character) {
        int type = UCharacter.getType(character);
        return type == UCharacterCategory.NON_SPACING_MARK || type == UCharacterCategory.ENCLOSING_MARK;
    }

    /** Whether there are more on one letter than a language writes, or any without a letter. */
    static boolean areStacked(int[] text) {
        int marks = 0;
        int consonants = 0;
        if (isMark(text[0])) {
            return true;
        }
        for (int character : text) {
            if (isMark(character)) {
                boolean consonant = isConsonant(character);
                marks += consonant ? 0 : 1;
                consonants += consonant ? 1 : 0;
            } else if (UCharacter.getType(character) != UCharacterCategory.FORMAT) {
                marks = 0;
                consonants = 0;
            }
            if (marks > MOST || consonants > MOST_CONSONANTS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConsonant(int mark) {
        return switch (UCharacter.getIntPropertyValue(mark, UProperty.INDIC_SYLLABIC_CATEGORY)) {
            case IndicSyllabicCategory.CONSONANT_SUBJOINED, IndicSyllabicCategory.CONSONANT_MEDIAL -> true;
            default -> false;
        };
    }
}
