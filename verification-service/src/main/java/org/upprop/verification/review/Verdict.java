package org.upprop.verification.review;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upprop.verification.signature.Command;
import org.upprop.verification.signature.SignatureState;

/** What a reviewer may say; its word is what the JSON sends. */
public enum Verdict {
    APPROVE("approve", SignatureState.LISTED),
    REJECT("reject", SignatureState.REJECTED),
    TAKE_OFF("take-off", SignatureState.INVALIDATED),
    PUT_BACK("put-back", SignatureState.LISTED),
    REOPEN("reopen", SignatureState.AWAITING_REVIEW);

    /** All words, for whoever knows none of them. */
    public static final String WORDS =
            Arrays.stream(values()).map(verdict -> verdict.word).collect(Collectors.joining(", "));

    private static final Set<SignatureState> ON_THE_LIST =
            Set.of(SignatureState.LISTED, SignatureState.CHANGE_AWAITING_REVIEW);

    private final String word;
    private final SignatureState state;

    Verdict(String word, SignatureState state) {
        this.word = word;
        this.state = state;
    }

    /** What the JSON calls it. */
    public String word() {
        return word;
    }

    Command.OfReviewer command(@Nullable String reason) {
        return switch (this) {
            case APPROVE -> new Command.Approve(reason);
            case REJECT -> new Command.Reject(reason);
            case TAKE_OFF -> new Command.TakeOff(reason);
            case PUT_BACK -> new Command.PutBack(reason);
            case REOPEN -> new Command.Reopen(reason);
        };
    }

    /** Where a signature stands of which this was said. */
    public SignatureState state() {
        return state;
    }

    /**
     * Whether the owner of a signature in this state has a right to hear why, since it does not come on the list or leaves
     * it.
     */
    public boolean isToBeExplained(SignatureState in) {
        return this == REJECT || this == TAKE_OFF || this == REOPEN && ON_THE_LIST.contains(in);
    }

    /** Whether it is said of what waits, and so of what a reviewer saw waiting. */
    public boolean isOfWhatWaits() {
        return this == APPROVE || this == REJECT;
    }

    public static Optional<Verdict> of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word.equals(word))
                .findFirst();
    }
}
