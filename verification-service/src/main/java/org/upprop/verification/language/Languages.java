package org.upprop.verification.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** Which language somebody is spoken to in. */
public final class Languages {

    static final Vocabulary WORDS = new Vocabulary("org.upprop.verification.language.words", "sv", "ru", "kk", "ar");

    private Languages() {}

    /** The signatory's own, else the one that the appeal was written in, else English. */
    public static Words forSignatory(String locale, Appeal appeal) {
        return WORDS.forReader(locale, null, appeal.originalLocale());
    }

    /** The one that the reader has asked for, else the signatory's. */
    public static Words forSignatory(String asked, String locale, Appeal appeal) {
        return WORDS.forReader(asked, locale, appeal.originalLocale());
    }

    /** The one that the reader has asked for, else the one that the browser would rather have, else the appeal's. */
    public static Words forReader(String asked, @Nullable String accepted, Appeal appeal) {
        return WORDS.forReader(asked, accepted, appeal.originalLocale());
    }

    /** The one that the reader has asked for, else the one that the browser would rather have, else English. */
    public static Words forReader(String asked, @Nullable String accepted) {
        return WORDS.forReader(asked, accepted, null);
    }

    /** The words in every language, by the languages' own names. */
    public static List<Words> all() {
        return WORDS.all();
    }

    /** The one that a browser would rather have, as the header says it, else English. */
    public static Words forReader(@Nullable String accepted) {
        return WORDS.forReader(null, accepted, null);
    }
}
