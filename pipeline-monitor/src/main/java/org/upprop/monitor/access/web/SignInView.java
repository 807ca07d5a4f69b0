package org.upprop.monitor.access.web;

import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Words;

/**
 * What the page shows on which people sign in.
 *
 * @param refused whether what was typed was nobody's token
 */
public record SignInView(Frame frame, Words words, boolean refused) implements Page {}
