package org.upprop.verification.signature;

/** What a command does to a signature. */
public sealed interface Outcome {

    /** It moves to another state. */
    record Moved(SignatureState to) implements Outcome {}

    /** It was decided before; the answer is what was decided then. */
    record Stays(SignatureState in) implements Outcome {}

    /** Nothing happens, since this cannot be asked of a signature in this state. */
    record Illegal(SignatureState in, Command command) implements Outcome {}
}
