package org.upprop.intake.form.web;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Words;

/**
 * The page that asks whether an address is right.
 *
 * @param hidden the whole form
 * @param typed the address as it was typed
 * @param meant what it may have been meant to be
 */
public record DoubtView(
        Frame frame,
        Words words,
        String action,
        Map<String, String> hidden,
        String typed,
        String meant,
        String stylesheet)
        implements Page {

    public DoubtView {
        hidden = Collections.unmodifiableSortedMap(new TreeMap<>(hidden));
    }
}
