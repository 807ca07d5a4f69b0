package org.upprop.verification.signature;

/** The table of a signature's life: every command in every state, and what comes of it. */
public final class Transitions {

    private Transitions() {}

    public static Outcome decide(SignatureState state, Command command) {
        return switch (command) {
            case Command.Confirm confirm ->
                switch (state) {
                    case PENDING -> new Outcome.Moved(confirm.listing().state());
                    case AWAITING_REVIEW, LISTED, NOT_MINE, SUPERSEDED, WITHDRAWN, REJECTED -> new Outcome.Stays(state);
                    case SUPPRESSED, EXPIRED -> new Outcome.Illegal(state, command);
                };
            case Command.Disown disown ->
                switch (state) {
                    case PENDING -> new Outcome.Moved(SignatureState.NOT_MINE);
                    case AWAITING_REVIEW, LISTED, NOT_MINE, SUPERSEDED, WITHDRAWN, REJECTED -> new Outcome.Stays(state);
                    case SUPPRESSED, EXPIRED -> new Outcome.Illegal(state, command);
                };
            case Command.Supersede supersede ->
                switch (state) {
                    case PENDING -> new Outcome.Moved(SignatureState.SUPERSEDED);
                    case SUPPRESSED, NOT_MINE, SUPERSEDED, EXPIRED, WITHDRAWN, REJECTED -> new Outcome.Stays(state);
                    case AWAITING_REVIEW, LISTED -> new Outcome.Illegal(state, command);
                };
            case Command.Expire expire ->
                switch (state) {
                    case PENDING -> new Outcome.Moved(SignatureState.EXPIRED);
                    case SUPPRESSED, AWAITING_REVIEW, LISTED, NOT_MINE, SUPERSEDED, EXPIRED, WITHDRAWN, REJECTED ->
                        new Outcome.Stays(state);
                };
            case Command.Withdraw withdraw ->
                switch (state) {
                    case AWAITING_REVIEW, LISTED -> new Outcome.Moved(SignatureState.WITHDRAWN);
                    case WITHDRAWN, REJECTED -> new Outcome.Stays(state);
                    case PENDING, SUPPRESSED, NOT_MINE, SUPERSEDED, EXPIRED -> new Outcome.Illegal(state, command);
                };
            case Command.Approve approve -> reviewed(state, SignatureState.LISTED, command);
            case Command.Reject reject -> reviewed(state, SignatureState.REJECTED, command);
        };
    }

    private static Outcome reviewed(SignatureState state, SignatureState to, Command command) {
        return switch (state) {
            case AWAITING_REVIEW -> new Outcome.Moved(to);
            case LISTED, WITHDRAWN, REJECTED -> new Outcome.Stays(state);
            case PENDING, SUPPRESSED, NOT_MINE, SUPERSEDED, EXPIRED -> new Outcome.Illegal(state, command);
        };
    }
}
