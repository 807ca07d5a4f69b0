package org.upprop.intake.page.web;

import org.upprop.page.web.Frame;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The sentences of every page of this service but the form's own. */
public final class PageWords {

    public static final Vocabulary WORDS = Spoken.vocabulary("messages.page");

    private PageWords() {}

    /** Those of the language of a frame. */
    public static Words in(Frame frame) {
        return WORDS.in(frame.words().tag());
    }
}
