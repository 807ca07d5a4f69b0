package org.upprop.monitor.audit.web;

import java.util.List;
import java.util.stream.Collectors;
import org.upprop.audit.AuditEvent;
import org.upprop.monitor.web.MonitorPage;
import org.upprop.page.web.Frame;
import org.upprop.site.Words;

/**
 * What the page shows of what people did.
 *
 * @param stylesheet the address of what the monitor's pages look like
 * @param events the newest first
 */
public record AuditView(Frame frame, Words words, String stylesheet, List<AuditEvent> events) implements MonitorPage {

    /** What else there is to tell of it, as it stands on the topic. */
    public static String details(AuditEvent event) {
        return event.details().entrySet().stream()
                .map(detail -> detail.getKey() + " " + detail.getValue())
                .collect(Collectors.joining(", "));
    }
}
