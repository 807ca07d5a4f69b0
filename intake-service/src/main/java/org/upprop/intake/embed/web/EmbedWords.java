package org.upprop.intake.embed.web;

import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;

/** What is said on the pages of other sites, and to those who run them, besides what the form says everywhere. */
final class EmbedWords {

    static final Vocabulary WORDS = Spoken.vocabulary("messages.embed");

    private EmbedWords() {}
}
