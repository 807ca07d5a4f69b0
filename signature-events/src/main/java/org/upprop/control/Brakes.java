package org.upprop.control;

import java.util.Optional;
import org.upprop.appeal.AppealSlug;

/** The brakes that are on, as this instance knows. */
public interface Brakes {

    /** Whether this instance has read them all; until then one that is missing may only be unread. */
    boolean areRead();

    /** The brake of a kind that holds an appeal: its own, or else the one on everything. */
    Optional<Brake> on(BrakeKind kind, AppealSlug appeal);

    /** The brake of a kind that holds everything. */
    Optional<Brake> onAll(BrakeKind kind);
}
