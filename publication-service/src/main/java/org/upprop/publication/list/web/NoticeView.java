package org.upprop.publication.list.web;

import org.upprop.site.Words;

/**
 * What a page says that has no list to show.
 *
 * @param notice which sentences: those under {@code notice.*.title} and {@code notice.*.text}
 * @param leadsToList whether there is a list at this address, or may be in a moment
 */
public record NoticeView(Frame frame, String notice, boolean leadsToList) {

    public Words words() {
        return frame.words();
    }
}
