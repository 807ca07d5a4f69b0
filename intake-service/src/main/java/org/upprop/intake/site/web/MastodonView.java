package org.upprop.intake.site.web;

import org.jspecify.annotations.Nullable;
import org.upprop.intake.page.web.Frame;
import org.upprop.intake.page.web.Reader;
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
        @Nullable String post) {

    public Words words() {
        return frame.words();
    }
}
