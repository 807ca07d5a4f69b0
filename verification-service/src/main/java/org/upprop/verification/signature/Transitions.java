package org.upprop.verification.signature;

import static org.upprop.verification.signature.SignatureState.AWAITING_REVIEW;
import static org.upprop.verification.signature.SignatureState.CHANGE_AWAITING_REVIEW;
import static org.upprop.verification.signature.SignatureState.INVALIDATED;
import static org.upprop.verification.signature.SignatureState.LISTED;
import static org.upprop.verification.signature.SignatureState.NOT_MINE;
import static org.upprop.verification.signature.SignatureState.REJECTED;
import static org.upprop.verification.signature.SignatureState.WITHDRAWN;

/**
 * The table of a signature's life: every command in every state, and what comes of it. Whatever stands here is the whole of
 * it; who carries a command out only writes down what the outcome says.
 */
public final class Transitions {

    private Transitions() {}

    public static Outcome decide(SignatureState state, Command command) {
        return switch (state) {
            case PENDING -> pending(command);
            case SUPPRESSED, EXPIRED -> never(state, command);
            case NOT_MINE, SUPERSEDED -> ended(state, command);
            case AWAITING_REVIEW -> awaitingReview(command);
            case LISTED -> listed(state, command);
            case CHANGE_AWAITING_REVIEW -> changing(command);
            case INVALIDATED -> invalidated(command);
            case REJECTED -> rejected(command);
            case WITHDRAWN -> new Outcome.Stays(WITHDRAWN);
        };
    }

    private static Outcome pending(Command command) {
        return switch (command) {
            case Command.Confirm confirm -> new Outcome.Moved(confirm.listing().state());
            case Command.Disown disown -> new Outcome.Moved(NOT_MINE);
            case Command.Supersede supersede -> new Outcome.Moved(SignatureState.SUPERSEDED);
            case Command.Expire expire -> new Outcome.Moved(SignatureState.EXPIRED);
            case Command.Withdraw withdraw -> illegal(SignatureState.PENDING, command);
            case Command.Change change -> illegal(SignatureState.PENDING, command);
            case Command.OfReviewer review -> illegal(SignatureState.PENDING, command);
        };
    }

    /** Nobody was ever asked, or nobody answered in time. */
    private static Outcome never(SignatureState state, Command command) {
        return switch (command) {
            case Command.Supersede supersede -> new Outcome.Stays(state);
            case Command.Expire expire -> new Outcome.Stays(state);
            case Command.OfOwner owner -> illegal(state, command);
            case Command.OfReviewer review -> illegal(state, command);
        };
    }

    /** Decided, and never an entry. */
    private static Outcome ended(SignatureState state, Command command) {
        return switch (command) {
            case Command.Confirm confirm -> new Outcome.Stays(state);
            case Command.Disown disown -> new Outcome.Stays(state);
            case Command.Supersede supersede -> new Outcome.Stays(state);
            case Command.Expire expire -> new Outcome.Stays(state);
            case Command.Withdraw withdraw -> illegal(state, command);
            case Command.Change change -> illegal(state, command);
            case Command.OfReviewer review -> illegal(state, command);
        };
    }

    private static Outcome awaitingReview(Command command) {
        return switch (command) {
            case Command.Withdraw withdraw -> new Outcome.Moved(WITHDRAWN);
            case Command.Change change -> new Outcome.Moved(AWAITING_REVIEW);
            case Command.Approve approve -> new Outcome.Moved(LISTED);
            case Command.Reject reject -> new Outcome.Moved(REJECTED);
            case Command.Reopen reopen -> new Outcome.Stays(AWAITING_REVIEW);
            case Command.TakeOff takeOff -> illegal(AWAITING_REVIEW, command);
            case Command.PutBack putBack -> illegal(AWAITING_REVIEW, command);
            case Command.Confirm confirm -> new Outcome.Stays(AWAITING_REVIEW);
            case Command.Disown disown -> new Outcome.Stays(AWAITING_REVIEW);
            case Command.Expire expire -> new Outcome.Stays(AWAITING_REVIEW);
            case Command.Supersede supersede -> illegal(AWAITING_REVIEW, command);
        };
    }

    private static Outcome listed(SignatureState state, Command command) {
        return switch (command) {
            case Command.Withdraw withdraw -> new Outcome.Moved(WITHDRAWN);
            case Command.Change change -> new Outcome.Moved(change.listing().stateOfChange());
            case Command.TakeOff takeOff -> new Outcome.Moved(INVALIDATED);
            case Command.Reopen reopen -> new Outcome.Moved(AWAITING_REVIEW);
            case Command.Approve approve -> new Outcome.Stays(state);
            case Command.Reject reject -> new Outcome.Stays(state);
            case Command.PutBack putBack -> new Outcome.Stays(state);
            case Command.Confirm confirm -> new Outcome.Stays(state);
            case Command.Disown disown -> new Outcome.Stays(state);
            case Command.Expire expire -> new Outcome.Stays(state);
            case Command.Supersede supersede -> illegal(state, command);
        };
    }

    /** Whatever a reviewer says of the change, what is on the list stays there, unless that itself is to be looked at again. */
    private static Outcome changing(Command command) {
        return switch (command) {
            case Command.Approve approve -> new Outcome.Moved(LISTED);
            case Command.Reject reject -> new Outcome.Moved(LISTED);
            default -> listed(CHANGE_AWAITING_REVIEW, command);
        };
    }

    private static Outcome invalidated(Command command) {
        return switch (command) {
            case Command.Withdraw withdraw -> new Outcome.Moved(WITHDRAWN);
            case Command.PutBack putBack -> new Outcome.Moved(LISTED);
            case Command.Supersede supersede -> illegal(INVALIDATED, command);
            default -> new Outcome.Stays(INVALIDATED);
        };
    }

    private static Outcome rejected(Command command) {
        return switch (command) {
            case Command.Withdraw withdraw -> new Outcome.Moved(WITHDRAWN);
            case Command.Reopen reopen -> new Outcome.Moved(AWAITING_REVIEW);
            default -> new Outcome.Stays(REJECTED);
        };
    }

    private static Outcome illegal(SignatureState state, Command command) {
        return new Outcome.Illegal(state, command);
    }
}
