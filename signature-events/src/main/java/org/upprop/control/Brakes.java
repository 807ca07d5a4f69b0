package org.upprop.control;

import java.time.Instant;
import java.util.Optional;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;

/** The brakes that are on, as this instance knows. */
public interface Brakes {

    /** Whether this instance has read them all; until then one that is missing may only be unread. */
    boolean areRead();

    /** The brake of a kind that holds an appeal: its own, or else the one on everything. */
    Optional<Brake> on(BrakeKind kind, AppealSlug appeal);

    /** The brake of a kind that holds everything. */
    Optional<Brake> onAll(BrakeKind kind);

    /** When signing ended: at the appeal's own time, or when somebody closed it by a brake; nothing if it did not. */
    default Optional<Instant> closed(Appeal appeal, Instant now) {
        return Optional.ofNullable(appeal.closesAt())
                .filter(closesAt -> !now.isBefore(closesAt))
                .or(() -> on(BrakeKind.CLOSE_APPEAL, appeal.slug()).map(Brake::since));
    }

    /** Whether the appeal can be signed, or could if it was not paused. */
    default boolean isOpen(Appeal appeal, Instant now) {
        return (appeal.opensAt() == null || !now.isBefore(appeal.opensAt()))
                && closed(appeal, now).isEmpty();
    }
}
