package org.upprop.verification.signature;

import org.jspecify.annotations.Nullable;
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

    /** What its owner says of it. */
    sealed interface OfOwner extends Command {}

    /** What a reviewer says of it. */
    sealed interface OfReviewer extends Command {

        /** Why, in the reviewer's words; nothing where none was given. */
        @Nullable
        String reason();
    }

    /** Its owner releases it. */
    record Confirm(Display display, Listing listing) implements OfOwner {}

    /** The owner of the address did not make it. */
    record Disown() implements OfOwner {}

    /** Its owner takes it back. */
    record Withdraw() implements OfOwner {}

    /** Another submission of the same signatory was confirmed. */
    record Supersede() implements Command {}

    /** Its last link ended. */
    record Expire() implements Command {}

    /** A reviewer lets it on the list. */
    record Approve(@Nullable String reason) implements OfReviewer {}

    /** A reviewer keeps it off the list. */
    record Reject(@Nullable String reason) implements OfReviewer {}
}
