package org.upprop.publication.list.web;

import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The sentences of the list's pages. */
final class ListWords {

    static final Vocabulary WORDS = Spoken.vocabulary("messages.list");

    private ListWords() {}

    /** Those that a reader reads best, of an appeal that may not have been read yet. */
    static Words of(Reader reader, @Nullable Appeal appeal) {
        return appeal == null ? reader.words(WORDS) : reader.words(WORDS, appeal);
    }
}
