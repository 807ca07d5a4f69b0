package org.upprop.verification.mail;

import org.upprop.appeal.Appeal;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The sentences of letters. */
final class LetterWords {

    static final Vocabulary WORDS = new Vocabulary("org.upprop.verification.mail.letters", "sv", "ru", "kk", "ar");

    private LetterWords() {}

    /** In the signatory's own language, else in the one that the appeal was written in, else in English. */
    static Words forSignatory(String locale, Appeal appeal) {
        return WORDS.forReader(locale, null, appeal.originalLocale());
    }
}
