package org.upprop.verification.signature;

/** What a command does to a signature. */
public sealed interface Outcome {

    /** What a metric calls it. */
    default String id() {
        return switch (this) {
            case Moved moved -> moved.to().id();
            case Stays stays -> "decided-before";
            case Illegal illegal -> "illegal-when-" + illegal.in().id();
        };
    }

    /** It moves to another state. */
    record Moved(SignatureState to) implements Outcome {}

    /** It was decided before; the answer is what was decided then. */
    record Stays(SignatureState in) implements Outcome {}

    /** Nothing happens, since this cannot be asked of a signature in this state. */
    record Illegal(SignatureState in, Command command) implements Outcome {}
}
