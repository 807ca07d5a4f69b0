package org.upprop.intake.embed.web;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.intake.page.web.PageWords;
import org.upprop.intake.site.web.Links;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Language;
import org.upprop.site.Words;

/**
 * What stands in a frame on another site.
 *
 * @param count what is said of the count, empty where nothing is
 * @param notice why nobody can sign now
 */
public record EmbedView(
        Frame frame,
        Appeal appeal,
        String title,
        Language language,
        String count,
        @Nullable String notice,
        Links links,
        @Nullable Content form)
        implements Page {

    public Words words() {
        return PageWords.in(frame);
    }

    public Words own() {
        return EmbedWords.WORDS.in(words().tag());
    }
}
