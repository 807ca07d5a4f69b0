package org.upprop.verification.review;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.verification.signature.Command;
import org.upprop.verification.signature.SignatureState;

/** What a reviewer may say; its word is what the JSON sends. */
public enum Verdict {
    APPROVE("approve", SignatureState.LISTED),
    REJECT("reject", SignatureState.REJECTED);

    private final String word;
    private final SignatureState state;

    Verdict(String word, SignatureState state) {
        this.word = word;
        this.state = state;
    }

    Command.OfReviewer command(@Nullable String reason) {
        return switch (this) {
            case APPROVE -> new Command.Approve(reason);
            case REJECT -> new Command.Reject(reason);
        };
    }

    /** Where a signature stands of which this was said. */
    SignatureState state() {
        return state;
    }

    public static Optional<Verdict> of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word.equals(word))
                .findFirst();
    }
}
