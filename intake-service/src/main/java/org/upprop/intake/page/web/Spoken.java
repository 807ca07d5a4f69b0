package org.upprop.intake.page.web;

import org.upprop.site.Vocabulary;

/** What the pages say, in the languages that they speak. */
public final class Spoken {

    /** The sentences of every page but the form's own. */
    public static final Vocabulary PAGE = vocabulary("messages.page");

    private Spoken() {}

    /** Further sentences in the same languages. */
    public static Vocabulary vocabulary(String bundle) {
        return new Vocabulary(bundle, "sv", "ru", "kk", "ar");
    }
}
