package org.upprop.verification.signature;

import com.ibm.icu.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The initials of a name in any script: the first grapheme of each word, as typed, each with a full stop. */
final class Initials {

    private Initials() {}

    static String of(String name) {
        String initials = Arrays.stream(name.split("[\\s\\p{Z}]+"))
                .flatMap(word -> firstOf(word).stream())
                .map(initial -> initial + ".")
                .collect(Collectors.joining(" "));
        return initials.isEmpty() ? "…" : initials;
    }

    /** The first grapheme that begins with a letter or a digit: quotes and brackets are nobody's initial. */
    private static Optional<String> firstOf(String word) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(word);
        int from = graphemes.first();
        for (int to = graphemes.next(); to != BreakIterator.DONE; to = graphemes.next()) {
            if (Character.isLetterOrDigit(word.codePointAt(from))) {
                return Optional.of(word.substring(from, to));
            }
            from = to;
        }
        return Optional.empty();
    }
}
