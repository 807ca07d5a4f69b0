package org.upprop.monitor.offset.web;

import org.jspecify.annotations.Nullable;
import org.upprop.monitor.flow.Stage;
import org.upprop.monitor.offset.SetBack;
import org.upprop.monitor.web.MonitorPage;
import org.upprop.page.web.Frame;
import org.upprop.site.Words;

/**
 * What the page shows on which a stage is set back.
 *
 * @param stylesheet the address of what the monitor's pages look like
 * @param preview what would be read again, once a stage and a time were chosen
 * @param done whether it was done
 * @param proof what the form carries
 * @param acts whether the reader may act, or only look
 * @param wrong why nothing was done, in the reader's language
 */
public record SetBackView(
        Frame frame,
        Words words,
        String stylesheet,
        @Nullable SetBack preview,
        boolean done,
        String proof,
        boolean acts,
        @Nullable String wrong)
        implements MonitorPage {

    public static Stage[] stages() {
        return Stage.values();
    }
}
