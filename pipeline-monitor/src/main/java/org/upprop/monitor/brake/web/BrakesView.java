package org.upprop.monitor.brake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.monitor.web.MonitorPage;
import org.upprop.page.web.Frame;
import org.upprop.site.Words;

/**
 * What the page of the brakes shows.
 *
 * @param stylesheet the address of what the monitor's pages look like
 * @param on the brakes that are on
 * @param appeals what a brake can be put on
 * @param proof what the forms carry
 * @param acts whether the reader may act, or only look
 * @param wrong why nothing was done, in the reader's language
 */
public record BrakesView(
        Frame frame,
        Words words,
        String stylesheet,
        List<Brake> on,
        List<AppealSlug> appeals,
        String proof,
        boolean acts,
        @Nullable String wrong)
        implements MonitorPage {

    public static BrakeKind[] kinds() {
        return BrakeKind.values();
    }

    /** What a kind can be put on, and how hard. */
    public String range(BrakeKind kind) {
        return kind.hasLevel() ? words.say("range", kind.lowest(), kind.highest()) : "";
    }
}
