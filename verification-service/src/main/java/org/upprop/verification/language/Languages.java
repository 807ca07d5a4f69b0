package org.upprop.verification.language;

import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** Which language somebody is spoken to in. */
public final class Languages {

    static final Vocabulary WORDS = new Vocabulary("org.upprop.verification.language.words", "sv");

    private Languages() {}

    /** The signatory's own, else the one that the appeal was written in, else English. */
    public static Words forSignatory(String locale, Appeal appeal) {
        return WORDS.forReader(locale, null, appeal.originalLocale());
    }

    /** The one that a browser would rather have, as the header says it, else English. */
    public static Words forReader(@Nullable String accepted) {
        return WORDS.forReader(null, accepted, null);
    }
}
