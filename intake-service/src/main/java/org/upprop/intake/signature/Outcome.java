package org.upprop.intake.signature;

import java.time.Instant;
import java.util.List;
import org.upprop.intake.input.InputError;
import org.upprop.signature.SignatureId;

/** What came of a signature. It says nothing of who signed before. */
public sealed interface Outcome {

    /** The broker has it: it will not be lost. */
    record Received(SignatureId id) implements Outcome {}

    record Invalid(List<InputError> errors) implements Outcome {}

    /** The same idempotency key stands for another signature, as far as this instance remembers. */
    record KeyReused() implements Outcome {}

    record NotYetOpen(Instant opensAt) implements Outcome {}

    /** An operator holds the appeal for a while. */
    record Paused() implements Outcome {}

    record Closed(Instant closedAt) implements Outcome {}

    /** The broker did not acknowledge it in time, or has not told this instance yet whether an operator holds the appeal. */
    record Unavailable() implements Outcome {}
}
