package org.upprop.page.web;

import org.upprop.site.Vocabulary;

/** What the pages say, in the languages that they speak. */
public final class Spoken {

    /** The sentences around every page, and those of pages that have nothing else to show. */
    public static final Vocabulary SITE = vocabulary("messages.site");

    private Spoken() {}

    /** Further sentences in the same languages. */
    public static Vocabulary vocabulary(String bundle) {
        return new Vocabulary(bundle, "sv", "ru", "kk", "ar");
    }
}
