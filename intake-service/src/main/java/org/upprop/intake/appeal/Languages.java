package org.upprop.intake.appeal;

import java.util.Locale;
import org.upprop.appeal.Appeal;

/** Which of an appeal's languages somebody reads best. */
public final class Languages {

    private Languages() {}

    /**
     * The best of the appeal's languages.
     *
     * @param accepted what somebody reads, as {@code Accept-Language} says it; empty if unknown
     */
    public static String best(Appeal appeal, String accepted) {
        try {
            String tag = Locale.lookupTag(
                    Locale.LanguageRange.parse(accepted), appeal.translations().keySet());
            return tag == null
                    ? appeal.originalLocale()
                    : Locale.forLanguageTag(tag).toLanguageTag();
        } catch (IllegalArgumentException unreadable) {
            return appeal.originalLocale();
        }
    }
}
