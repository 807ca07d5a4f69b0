package org.upprop.verification.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upprop.verification.Signatories;

class TransitionsTests {

    private static final Command CONFIRM = new Command.Confirm(ChosenDisplay.FULL, Listing.AT_ONCE, Withheld.NOTHING);
    private static final Command CONFIRM_FOR_REVIEW =
            new Command.Confirm(ChosenDisplay.FULL, Listing.AFTER_REVIEW, Withheld.NOTHING);
    private static final Command DISOWN = new Command.Disown();
    private static final Command SUPERSEDE = new Command.Supersede();
    private static final Command EXPIRE = new Command.Expire();
    private static final Command WITHDRAW = new Command.Withdraw();
    private static final Command APPROVE = new Command.Approve(null);
    private static final Command REJECT = new Command.Reject("A machine");
    private static final Command TAKE_OFF = new Command.TakeOff("Not authorised");
    private static final Command PUT_BACK = new Command.PutBack(null);
    private static final Command REOPEN = new Command.Reopen(null);
    private static final Command CHANGE = change(Listing.AT_ONCE);
    private static final Command CHANGE_FOR_REVIEW = change(Listing.AFTER_REVIEW);

    /** A state alone: moves there. {@code =}: stays, and says so. {@code x}: illegal. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            state,           confirm, confirm for review, disown,   supersede,  expire,  withdraw
            PENDING,         LISTED,  AWAITING_REVIEW,    NOT_MINE, SUPERSEDED, EXPIRED, x
            SUPPRESSED,      x,       x,                  x,        =,          =,       x
            AWAITING_REVIEW, =,       =,                  =,        x,          =,       WITHDRAWN
            LISTED,          =,       =,                  =,        x,          =,       WITHDRAWN
            CHANGE_AWAITING_REVIEW, =, =,                 =,        x,          =,       WITHDRAWN
            NOT_MINE,        =,       =,                  =,        =,          =,       x
            SUPERSEDED,      =,       =,                  =,        =,          =,       x
            EXPIRED,         x,       x,                  x,        =,          =,       x
            WITHDRAWN,       =,       =,                  =,        =,          =,       =
            REJECTED,        =,       =,                  =,        =,          =,       WITHDRAWN
            INVALIDATED,     =,       =,                  =,        x,          =,       WITHDRAWN
            """)
    void movesAsTheTableSays(
            SignatureState state,
            String confirm,
            String confirmForReview,
            String disown,
            String supersede,
            String expire,
            String withdraw) {
        assertThat(outcome(state, CONFIRM)).isEqualTo(confirm);
        assertThat(outcome(state, CONFIRM_FOR_REVIEW)).isEqualTo(confirmForReview);
        assertThat(outcome(state, DISOWN)).isEqualTo(disown);
        assertThat(outcome(state, SUPERSEDE)).isEqualTo(supersede);
        assertThat(outcome(state, EXPIRE)).isEqualTo(expire);
        assertThat(outcome(state, WITHDRAW)).isEqualTo(withdraw);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            state,           change, change for review,      approve, reject,   take off,    put back, reopen
            PENDING,         x,      x,                      x,       x,        x,           x,        x
            SUPPRESSED,      x,      x,                      x,       x,        x,           x,        x
            AWAITING_REVIEW, AWAITING_REVIEW, AWAITING_REVIEW, LISTED, REJECTED, x,          x,        =
            LISTED,          LISTED, CHANGE_AWAITING_REVIEW, =,       =,        INVALIDATED, =,        AWAITING_REVIEW
            CHANGE_AWAITING_REVIEW, LISTED, CHANGE_AWAITING_REVIEW, LISTED, LISTED, INVALIDATED, =,    AWAITING_REVIEW
            NOT_MINE,        x,      x,                      x,       x,        x,           x,        x
            SUPERSEDED,      x,      x,                      x,       x,        x,           x,        x
            EXPIRED,         x,      x,                      x,       x,        x,           x,        x
            WITHDRAWN,       =,      =,                      =,       =,        =,           =,        =
            REJECTED,        =,      =,                      =,       =,        =,           =,        AWAITING_REVIEW
            INVALIDATED,     =,      =,                      =,       =,        =,           LISTED,   =
            """)
    void isChangedAndReviewedAsTheTableSays(
            SignatureState state,
            String change,
            String changeForReview,
            String approve,
            String reject,
            String takeOff,
            String putBack,
            String reopen) {
        assertThat(outcome(state, CHANGE)).isEqualTo(change);
        assertThat(outcome(state, CHANGE_FOR_REVIEW)).isEqualTo(changeForReview);
        assertThat(outcome(state, APPROVE)).isEqualTo(approve);
        assertThat(outcome(state, REJECT)).isEqualTo(reject);
        assertThat(outcome(state, TAKE_OFF)).isEqualTo(takeOff);
        assertThat(outcome(state, PUT_BACK)).isEqualTo(putBack);
        assertThat(outcome(state, REOPEN)).isEqualTo(reopen);
    }

    private static Command change(Listing listing) {
        return new Command.Change(Signatories.person("Ada Lindqvist", "ada@example.org"), ChosenDisplay.FULL, listing);
    }

    private static String outcome(SignatureState state, Command command) {
        return switch (Transitions.decide(state, command)) {
            case Outcome.Moved(SignatureState to) -> to.name();
            case Outcome.Stays(SignatureState in) -> {
                assertThat(in).isEqualTo(state);
                yield "=";
            }
            case Outcome.Illegal illegal -> "x";
        };
    }
}
