package org.upprop.verification.signature;

import org.jspecify.annotations.Nullable;
import org.upprop.signature.Signatory;

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
            case Change change -> "change";
            case TakeOff takeOff -> "take-off";
            case PutBack putBack -> "put-back";
            case Reopen reopen -> "reopen";
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

    /**
     * Its owner releases it.
     *
     * @param withheld what is neither shown nor kept of it, since the page of its link showed nothing of it, or since the
     *     appeal takes it no more
     */
    record Confirm(ChosenDisplay display, Listing listing, Withheld withheld) implements OfOwner {}

    /** The owner of the address did not make it. */
    record Disown() implements OfOwner {}

    /** Its owner takes it back. */
    record Withdraw() implements OfOwner {}

    /**
     * Its owner says it otherwise: another display, another spelling, another role.
     *
     * @param signatory everything as it is to be, also what stays
     */
    record Change(Signatory signatory, ChosenDisplay display, Listing listing) implements OfOwner {}

    /** Another submission of the same signatory was confirmed. */
    record Supersede() implements Command {}

    /** Its last link ended. */
    record Expire() implements Command {}

    /** A reviewer lets it, or the change of it, on the list. */
    record Approve(@Nullable String reason) implements OfReviewer {}

    /** A reviewer keeps it, or the change of it, off the list. */
    record Reject(@Nullable String reason) implements OfReviewer {}

    /** A reviewer takes it off the list. */
    record TakeOff(@Nullable String reason) implements OfReviewer {}

    /** A reviewer puts back what was taken off. */
    record PutBack(@Nullable String reason) implements OfReviewer {}

    /** A reviewer wants it to be reviewed, again or after all. */
    record Reopen(@Nullable String reason) implements OfReviewer {}
}
