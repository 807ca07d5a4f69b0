package org.upprop.intake.signature;

import org.upprop.signature.SignatureSubmitted;

/** Where submissions go on from here. */
public interface Submissions {

    /** Sends one, and waits for the acknowledgement; always answers within five seconds. */
    Receipt send(SignatureSubmitted submission);

    /** Whether the broker has it. */
    sealed interface Receipt {

        record Acknowledged() implements Receipt {}

        /** Nobody can say that it arrived, so nobody may say that it was taken. */
        record Unavailable() implements Receipt {}
    }
}
