package org.upprop.intake.appeal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.control.BrakeKind;
import org.upprop.control.Brakes;

/** Tells by the dates of an appeal and by the brakes whether it can be signed now. */
@Component
public class AppealStates {

    private final Brakes brakes;
    private final InstantSource clock;

    AppealStates(Brakes brakes, InstantSource clock) {
        this.brakes = brakes;
        this.clock = clock;
    }

    public AppealState of(Appeal appeal) {
        Instant now = clock.instant();
        Instant opensAt = appeal.opensAt();
        if (opensAt != null && now.isBefore(opensAt)) {
            return new AppealState.NotYetOpen(opensAt);
        }
        Optional<Instant> closed = brakes.closed(appeal, now);
        if (closed.isPresent()) {
            return new AppealState.Closed(closed.get());
        }
        if (!brakes.areRead()) {
            return new AppealState.Unread();
        }
        return brakes.on(BrakeKind.PAUSE_APPEAL, appeal.slug()).isPresent()
                ? new AppealState.Paused()
                : new AppealState.Open();
    }
}
