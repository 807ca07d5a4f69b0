package org.upprop.monitor.funnel.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upprop.monitor.funnel.Passed;
import org.upprop.monitor.funnel.Point;
import org.upprop.monitor.funnel.Span;
import org.upprop.monitor.web.MonitorPage;
import org.upprop.page.web.Frame;
import org.upprop.site.Words;

/**
 * What the page of the funnel shows.
 *
 * @param stylesheet the address of what the monitor's pages look like
 * @param script the address of what keeps the numbers as they are; it works without
 * @param charts of each span that verification told
 * @param chosen of which the appeals are shown
 */
public record FunnelView(
        Frame frame, Words words, String stylesheet, Optional<String> script, List<FunnelChart> charts, Span chosen)
        implements MonitorPage {

    /** Whether verification told all. */
    public boolean isWhole() {
        return charts.size() == Span.values().length;
    }

    /** What part that is of those who came to the point before, as a sentence; empty if nobody came there. */
    public String share(Passed passed, Point point) {
        return point.before()
                .map(passed::at)
                .filter(before -> before > 0)
                .map(before -> words.say("share", (double) passed.at(point) / before))
                .orElse("");
    }

    /** The appeals with what came of their signatures in the span that was chosen, the busiest first. */
    public List<Map.Entry<String, Passed>> appeals() {
        Comparator<Map.Entry<String, Passed>> busiest =
                Comparator.comparing(appeal -> -appeal.getValue().accepted());
        return charts.stream()
                .filter(chart -> chart.span() == chosen)
                .flatMap(chart -> chart.funnel().byAppeal().entrySet().stream())
                .sorted(busiest)
                .toList();
    }
}
