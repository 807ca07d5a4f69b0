package org.upprop.site;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A language by its BCP 47 tag: what it is called, and which way it is written.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.4">RFC 4647, lookup</a>
 */
public record Language(String tag) {

    /** Room for twenty languages; reading a list costs the square of its length. */
    private static final int LONGEST_RANGES = 256;

    /**
     * The tag that a reader reads best of those that there are.
     *
     * @param asked the language that an address asks for, before all others
     * @param accepted what the browser accepts, as {@code Accept-Language} says it; of a longer list those within 256 characters
     */
    public static Optional<String> best(Collection<String> tags, @Nullable String asked, @Nullable String accepted) {
        return lookup(tags, asked).or(() -> lookup(tags, accepted));
    }

    /** {@code rtl} or {@code ltr}. */
    public String dir() {
        return ULocale.forLanguageTag(tag).isRightToLeft() ? "rtl" : "ltr";
    }

    /** Its name in itself. */
    public String ownName() {
        return nameIn(ULocale.forLanguageTag(tag));
    }

    /** The language and the territory where most of its readers are, such as {@code sv_SE}. */
    public String withTerritory() {
        ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag));
        return likely.getCountry().isEmpty() ? likely.getLanguage() : likely.getLanguage() + "_" + likely.getCountry();
    }

    String nameIn(ULocale other) {
        return LocaleDisplayNames.getInstance(other, DisplayContext.CAPITALIZATION_FOR_BEGINNING_OF_SENTENCE)
                .localeDisplayName(ULocale.forLanguageTag(tag));
    }

    private static Optional<String> lookup(Collection<String> tags, @Nullable String ranges) {
        if (ranges == null || ranges.isBlank()) {
            return Optional.empty();
        }
        try {
            // The JDK answers in lower case.
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(shortened(ranges)), tags))
                    .flatMap(found ->
                            tags.stream().filter(found::equalsIgnoreCase).findFirst());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Without the ranges beyond the limit, and without the one that it cuts. */
    private static String shortened(String ranges) {
        return ranges.length() <= LONGEST_RANGES
                ? ranges
                : ranges.substring(0, Math.max(0, ranges.lastIndexOf(',', LONGEST_RANGES)));
    }
}
