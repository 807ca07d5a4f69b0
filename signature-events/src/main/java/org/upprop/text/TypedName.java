package org.upprop.text;

import com.ibm.icu.text.Normalizer2;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A name, and what stands beside one on a list that everybody reads: a text of one line that is neither an advertisement
 * nor a formula. Rules look at the compatibility form, so that wide or circled characters do not pass where plain ones
 * would not.
 */
public final class TypedName {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private static final Predicate<String> FORMULA = Pattern.compile("^[=@]").asPredicate();
    private static final Predicate<String> LINK = Pattern.compile(":[/\\\\]{2}").asPredicate();
    private static final Predicate<String> ADDRESS =
            Pattern.compile("(?<=[^\\s@])@[^\\s@.。]+[.。][^\\s@.。]").asPredicate();

    /** Names of people hold no long numbers; those of organisations may hold two years or a day, which are 8 digits. */
    private static final Predicate<String> PHONE_OF_PERSON = number(7);

    private static final Predicate<String> PHONE = number(9);

    private TypedName() {}

    /**
     * The name of a person.
     *
     * @param field the field's name, which begins the code of a broken rule
     * @param text what was typed
     * @param limit the greatest length in code points; the least is 1
     * @throws InvalidValue with the code of one of {@link TextRule#OF_NAMES}
     */
    public static String ofPerson(String field, String text, int limit) {
        return check(field, text, limit, PHONE_OF_PERSON);
    }

    /** The name of an organisation or a place, a role and the like; parameters and errors as for a person. */
    public static String of(String field, String text, int limit) {
        return check(field, text, limit, PHONE);
    }

    private static String check(String field, String text, int limit, Predicate<String> phone) {
        String name = TypedText.line(field, text, limit);
        String plain = NFKC.normalize(name);
        if (FORMULA.test(plain)) {
            throw TextRule.FORMULA.broken(field, limit);
        }
        if (LINK.test(plain)) {
            throw TextRule.LINK.broken(field, limit);
        }
        if (ADDRESS.test(plain)) {
            throw TextRule.ADDRESS.broken(field, limit);
        }
        if (phone.test(plain)) {
            throw TextRule.PHONE.broken(field, limit);
        }
        return name;
    }

    /** So many digits, in any script, with at most three signs between two of them; after a plus seven are enough. */
    private static Predicate<String> number(int digits) {
        String more = "(?:[\\s()./·\\p{Pd}\u2212]{0,3}\\p{Nd})";
        return Pattern.compile("\\p{Nd}" + more + "{" + (digits - 1) + "}|\\+\\s?\\(?\\p{Nd}" + more + "{6}")
                .asPredicate();
    }
}
