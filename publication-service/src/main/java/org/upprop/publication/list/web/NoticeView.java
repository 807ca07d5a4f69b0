package org.upprop.publication.list.web;

import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Words;

/**
 * What a page says whose address asks for something that is not given.
 *
 * @param notice which sentences: those under {@code notice.*.title} and {@code notice.*.text}
 * @param list where the list begins
 */
public record NoticeView(Frame frame, Words words, String notice, String list) implements Page {}
