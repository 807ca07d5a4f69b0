package org.upprop.intake.site.web;

import java.time.Instant;
import org.upprop.appeal.Appeal;

/** Whether an appeal can be signed. */
public sealed interface AppealState {

    record NotYetOpen(Instant opensAt) implements AppealState {}

    record Open() implements AppealState {}

    record Closed(Instant closedAt) implements AppealState {}

    static AppealState of(Appeal appeal, Instant now) {
        Instant opensAt = appeal.opensAt();
        Instant closesAt = appeal.closesAt();
        if (closesAt != null && appeal.isClosed(now)) {
            return new Closed(closesAt);
        }
        return opensAt != null && !appeal.isOpen(now) ? new NotYetOpen(opensAt) : new Open();
    }
}
