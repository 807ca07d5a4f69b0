package org.upprop.publication.list;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a name as searches compare them, and those that somebody typed to find one.
 *
 * <ul>
 *   <li>Case, width and accents make no difference in any alphabet, so {@code ё} is {@code е} and {@code й} is {@code и}.
 *       Marks that are vowels or tones, as in Hindi or Thai, do.
 *   <li>A Latin letter without a decomposition is what a reader of English would type: {@code ø} is {@code o}, {@code ß}
 *       is {@code ss}.
 *   <li>A Kazakh letter, or another that Russian has not, is the one that a Russian keyboard has in its place.
 *   <li>Arabic letters are compared without hamza, vowels and tatweel; those that end words, and the Persian forms, as
 *       they are often typed: {@code ى} is {@code ي}, {@code ة} is {@code ه}.
 *   <li>A name may also be found from behind an apostrophe on, from each ideograph on, and from each word on where a
 *       script writes no spaces.
 * </ul>
 */
final class NameWords {

    /** What is longer is compared by its beginning. */
    private static final int LONGEST_WORD = 32;

    /** Bytes. No usual name has more; an index could not hold what one of 200 ligatures unfolds to. */
    private static final int MOST = 1_000;

    private static final Normalizer2 PLAIN = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

    private static final Pattern ACCENTS = Pattern.compile(
            "[\\p{M}&&[\\p{IsInherited}\\p{IsArabic}\\p{IsHebrew}\\p{IsSyriac}]&&[^\u3099\u309A]]|\u0640");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");
    private static final String APOSTROPHES = "\u2018\u2019\u02BB\u02BC\u02B9\u02BE\u02BF\u05F3\uA78C`";

    private static final Map<Integer, String> LETTERS = letters("""
            ø o, ł l, đ d, ð d, þ th, æ ae, œ oe, ı i, ħ h, ŧ t, ŋ n, ĸ k, ə a, ɓ b, ɗ d, ƙ k, ɛ e, ɔ o, ƴ y,
            ә а, ғ г, қ к, ң н, ө о, ұ у, ү у, һ х, і и, є е, ґ г, ѓ г, ќ к, ј и, љ л, њ н, ђ д, ћ ч, џ ч,
            ٱ ا, ى ي, ی ي, ې ي, ة ه, ہ ه, ھ ه, ۀ ه, ک ك, ڭ ك, گ ك, ۇ و, ۆ و, ۈ و, ۋ و
            """);

    private NameWords() {}

    /** The words that begin somewhere in a name, sorted. */
    static SortedSet<String> of(String name) {
        SortedSet<String> words = new TreeSet<>();
        int bytes = 0;
        for (String token : tokens(name)) {
            for (int start = 0; start < token.length(); start = nextStart(token, start)) {
                String word = word(token.substring(start));
                bytes += 1 + word.getBytes(StandardCharsets.UTF_8).length;
                if (bytes > MOST) {
                    return words;
                }
                words.add(word);
            }
        }
        return words;
    }

    /** The beginnings that somebody typed; some word of a name must begin with each of them. */
    static List<String> typed(String typed) {
        return tokens(typed).stream().map(NameWords::word).distinct().toList();
    }

    private static List<String> tokens(String text) {
        return Stream.of(BETWEEN_WORDS.split(folded(text)))
                .filter(token -> !word(token).isEmpty())
                .toList();
    }

    private static String folded(String text) {
        String decomposed = DECOMPOSED.normalize(PLAIN.normalize(text));
        StringBuilder folded = new StringBuilder();
        ACCENTS.matcher(decomposed).replaceAll("").codePoints().forEach(letter -> folded.append(folded(letter)));
        return COMPOSED.normalize(folded);
    }

    private static String folded(int letter) {
        return APOSTROPHES.indexOf(letter) >= 0 ? "'" : LETTERS.getOrDefault(letter, Character.toString(letter));
    }

    private static String word(String token) {
        String word = token.replace("'", "");
        return word.codePointCount(0, word.length()) <= LONGEST_WORD
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD));
    }

    /** Where a reader may also begin to read. */
    private static int nextStart(String token, int start) {
        int first = token.codePointAt(start);
        int apostrophe = token.indexOf('\'', start + 1);
        int next = apostrophe < 0 ? token.length() : apostrophe + 1;
        if (UScript.getScript(first) == UScript.HAN) {
            return Math.min(next, start + Character.charCount(first));
        }
        if (!UScript.breaksBetweenLetters(UScript.getScript(first))) {
            return next;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(token);
        return Math.min(next, words.following(start));
    }

    private static Map<Integer, String> letters(String pairs) {
        return Stream.of(pairs.split(","))
                .map(pair -> pair.strip().split(" "))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0].codePointAt(0), pair -> pair[1]));
    }
}
