package org.upprop.intake.appeal;

import java.time.Instant;

/** Whether an appeal can be signed. */
public sealed interface AppealState {

    record NotYetOpen(Instant opensAt) implements AppealState {}

    record Open() implements AppealState {}

    /** An operator holds it for a while. */
    record Paused() implements AppealState {}

    /** It would be open, but this instance has not read yet whether an operator holds it. */
    record Unread() implements AppealState {}

    record Closed(Instant closedAt) implements AppealState {}

    /** Whether a page offers the form: what nobody has read yet is read before somebody has filled it in. */
    default boolean isOffered() {
        return this instanceof Open || this instanceof Unread;
    }
}
