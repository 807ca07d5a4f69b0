package org.upprop.verification.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.verification.signature.SignatureState.AWAITING_REVIEW;
import static org.upprop.verification.signature.SignatureState.LISTED;
import static org.upprop.verification.signature.SignatureState.PENDING;
import static org.upprop.verification.signature.SignatureState.REJECTED;
import static org.upprop.verification.signature.SignatureState.SUPERSEDED;
import static org.upprop.verification.signature.SignatureState.WITHDRAWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upprop.signature.Display;

class TransitionsTests {

    private static final Command CONFIRM = new Command.Confirm(Display.FULL, Listing.AT_ONCE);
    private static final Command CONFIRM_FOR_REVIEW = new Command.Confirm(Display.FULL, Listing.AFTER_REVIEW);
    private static final Command DISOWN = new Command.Disown();
    private static final Command SUPERSEDE = new Command.Supersede();
    private static final Command EXPIRE = new Command.Expire();
    private static final Command WITHDRAW = new Command.Withdraw();
    private static final Command APPROVE = new Command.Approve(null);
    private static final Command REJECT = new Command.Reject("A machine");

    /** A state alone: moves there. {@code =}: stays, and says so. {@code x}: illegal. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            state,           confirm, confirm for review, disown,   supersede,  expire,  withdraw,  approve, reject
            PENDING,         LISTED,  AWAITING_REVIEW,    NOT_MINE, SUPERSEDED, EXPIRED, x,         x,       x
            SUPPRESSED,      x,       x,                  x,        =,          =,       x,         x,       x
            AWAITING_REVIEW, =,       =,                  =,        x,          =,       WITHDRAWN, LISTED,  REJECTED
            LISTED,          =,       =,                  =,        x,          =,       WITHDRAWN, =,       =
            NOT_MINE,        =,       =,                  =,        =,          =,       x,         x,       x
            SUPERSEDED,      =,       =,                  =,        =,          =,       x,         x,       x
            EXPIRED,         x,       x,                  x,        =,          =,       x,         x,       x
            WITHDRAWN,       =,       =,                  =,        =,          =,       =,         =,       =
            REJECTED,        =,       =,                  =,        =,          =,       =,         =,       =
            """)
    void movesAsTheTableSays(
            SignatureState state,
            String confirm,
            String confirmForReview,
            String disown,
            String supersede,
            String expire,
            String withdraw,
            String approve,
            String reject) {
        assertThat(outcome(state, CONFIRM)).isEqualTo(confirm);
        assertThat(outcome(state, CONFIRM_FOR_REVIEW)).isEqualTo(confirmForReview);
        assertThat(outcome(state, DISOWN)).isEqualTo(disown);
        assertThat(outcome(state, SUPERSEDE)).isEqualTo(supersede);
        assertThat(outcome(state, EXPIRE)).isEqualTo(expire);
        assertThat(outcome(state, WITHDRAW)).isEqualTo(withdraw);
        assertThat(outcome(state, APPROVE)).isEqualTo(approve);
        assertThat(outcome(state, REJECT)).isEqualTo(reject);
    }

    /**
     * One signatory submits, decides and takes back while a reviewer approves and rejects, all in any order: what stands
     * is one and was confirmed, and what had to wait is listed only when it was approved.
     */
    @RepeatedTest(200)
    void neverListsTwoOrWhatNobodyConfirmedOrApproved(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<SignatureState> states = new ArrayList<>();
        List<Boolean> confirmed = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            if (states.isEmpty() || random.nextInt(4) == 0) {
                states.add(states.stream().anyMatch(TransitionsTests::stands) ? SUPERSEDED : PENDING);
                confirmed.add(false);
            }
            int one = random.nextInt(states.size());
            Command command = List.of(CONFIRM, CONFIRM_FOR_REVIEW, DISOWN, EXPIRE, WITHDRAW, APPROVE, REJECT)
                    .get(random.nextInt(7));
            SignatureState before = states.get(one);
            if (Transitions.decide(before, command) instanceof Outcome.Moved(SignatureState to)) {
                states.set(one, to);
                if (stands(to)) {
                    confirmed.set(one, true);
                    supersedeAllBut(one, states);
                }
            }
            assertThat(states.stream().filter(TransitionsTests::stands)).hasSizeLessThanOrEqualTo(1);
            assertThat(states.get(one) == PENDING || before == PENDING || before == states.get(one) || stands(before))
                    .as("%s after %s", states.get(one), before)
                    .isTrue();
            if (before == WITHDRAWN || before == REJECTED) {
                assertThat(states.get(one)).isEqualTo(before);
            }
            if (states.get(one) == LISTED && before != LISTED) {
                assertThat(command).isEqualTo(before == PENDING ? CONFIRM : APPROVE);
            }
            for (int i = 0; i < states.size(); i++) {
                assertThat(!stands(states.get(i)) || confirmed.get(i)).isTrue();
            }
        }
    }

    private static void supersedeAllBut(int one, List<SignatureState> states) {
        for (int other = 0; other < states.size(); other++) {
            if (other != one
                    && Transitions.decide(states.get(other), SUPERSEDE) instanceof Outcome.Moved(SignatureState to)) {
                states.set(other, to);
            }
        }
    }

    private static boolean stands(SignatureState state) {
        return state == LISTED || state == AWAITING_REVIEW;
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
