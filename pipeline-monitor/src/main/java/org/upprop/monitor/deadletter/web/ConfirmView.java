package org.upprop.monitor.deadletter.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.deadletter.Discard;
import org.upprop.monitor.deadletter.Selection;
import org.upprop.monitor.web.MonitorPage;
import org.upprop.page.web.Frame;
import org.upprop.site.Words;

/**
 * What the page shows that asks before something is done.
 *
 * @param action {@code redrive} or {@code discard}: where its form goes, and what its sentences are called
 * @param preview what it would be done to
 * @param fastest the most that come back a second
 * @param typed what was typed as a reason
 * @param wrong why it was not done, in the reader's language
 */
public record ConfirmView(
        Frame frame,
        Words words,
        String stylesheet,
        String action,
        Selection selection,
        PreviewJson preview,
        int fastest,
        String typed,
        String proof,
        @Nullable String wrong)
        implements MonitorPage {

    /** What its form says again, for all to be chosen as it was. */
    public Map<String, String> chosen() {
        return selection.details();
    }

    public static int longest() {
        return Discard.LONGEST_REASON;
    }
}
