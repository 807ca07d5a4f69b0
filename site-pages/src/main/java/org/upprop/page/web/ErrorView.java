package org.upprop.page.web;

import org.upprop.site.Words;

/**
 * What an error's page says.
 *
 * @param sentences where its title and text are among the words
 * @param passes whether the same may work in a moment
 */
public record ErrorView(Frame frame, String sentences, boolean passes) implements Page {

    public Words words() {
        return frame.words();
    }
}
