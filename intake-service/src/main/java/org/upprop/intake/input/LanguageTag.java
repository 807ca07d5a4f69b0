package org.upprop.intake.input;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import org.upprop.text.InvalidValue;

/**
 * A language as BCP 47 names it, in its canonical case.
 *
 * @see <a href="https://www.rfc-editor.org/info/bcp47">BCP 47</a>
 */
public record LanguageTag(String value) {

    /** Room for a language, a script, a region and some variants, as BCP 47 recommends. */
    public static final int LIMIT = 35;

    /** What a tag can be refused for. */
    public static final Set<String> CODES = Set.of("locale.invalid");

    public LanguageTag {
        value = canonical(value);
    }

    private static String canonical(String typed) {
        if (typed.length() <= LIMIT) {
            try {
                Locale locale = new Locale.Builder().setLanguageTag(typed).build();
                if (!locale.getLanguage().isEmpty()) {
                    return locale.toLanguageTag();
                }
            } catch (IllformedLocaleException illformed) {
                throw invalid();
            }
        }
        throw invalid();
    }

    private static InvalidValue invalid() {
        return new InvalidValue(
                "locale.invalid",
                "Must be a language tag of BCP 47 such as sv or pt-BR, of at most " + LIMIT + " characters.");
    }
}
