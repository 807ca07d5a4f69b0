package org.upprop.verification.signature;

import org.upprop.signature.Display;

/** What may happen to a signature after its arrival. */
public sealed interface Command {

    /** What a metric calls it. */
    default String id() {
        return switch (this) {
            case Confirm confirm -> "confirm";
            case Disown disown -> "disown";
            case Supersede supersede -> "supersede";
            case Expire expire -> "expire";
            case Withdraw withdraw -> "withdraw";
            case Approve approve -> "approve";
            case Reject reject -> "reject";
        };
    }

    /** Its owner releases it. */
    record Confirm(Display display, Listing listing) implements Command {}

    /** The owner of the address did not make it. */
    record Disown() implements Command {}

    /** Another submission of the same signatory was confirmed. */
    record Supersede() implements Command {}

    /** Its last link ended. */
    record Expire() implements Command {}

    /** Its owner takes it back. */
    record Withdraw() implements Command {}

    /** A reviewer lets it on the list. */
    record Approve() implements Command {}

    /** A reviewer keeps it off the list. */
    record Reject() implements Command {}
}
