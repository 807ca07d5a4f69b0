package org.upprop.intake.site.web;

import org.jspecify.annotations.Nullable;
import org.upprop.intake.page.web.PageWords;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.page.web.Reader;
import org.upprop.site.Words;

/**
 * What the page shows that leads to a Mastodon server.
 *
 * @param appealPage where the appeal is
 * @param typed what was typed
 * @param wrong whether that is no server
 * @param server the server
 * @param post where a new post is written there
 */
public record MastodonView(
        Frame frame,
        Reader reader,
        String appealPage,
        String typed,
        boolean wrong,
        @Nullable String server,
        @Nullable String post)
        implements Page {

    public Words words() {
        return PageWords.in(frame);
    }
}
