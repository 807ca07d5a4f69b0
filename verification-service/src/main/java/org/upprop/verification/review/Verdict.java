package org.upprop.verification.review;

import java.util.Arrays;
import java.util.Optional;
import org.upprop.verification.signature.Command;
import org.upprop.verification.signature.SignatureState;

/** What a reviewer may say; its word is what the JSON sends. */
public enum Verdict {
    APPROVE("approve", new Command.Approve(), SignatureState.LISTED),
    REJECT("reject", new Command.Reject(), SignatureState.REJECTED);

    private final String word;
    private final Command command;
    private final SignatureState state;

    Verdict(String word, Command command, SignatureState state) {
        this.word = word;
        this.command = command;
        this.state = state;
    }

    Command command() {
        return command;
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
