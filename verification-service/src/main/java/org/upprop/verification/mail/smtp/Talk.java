package org.upprop.verification.mail.smtp;

import java.util.concurrent.atomic.AtomicReference;

/** How far the talk about one mail has come. */
final class Talk {

    private enum Part {
        BEGUN,
        AWAITS_LAST_ANSWER,
        GIVEN_UP
    }

    private final AtomicReference<Part> part = new AtomicReference<>(Part.BEGUN);

    /** From now on the server may take the mail; false if that was given up. */
    boolean awaitsLastAnswer() {
        return part.compareAndSet(Part.BEGUN, Part.AWAITS_LAST_ANSWER);
    }

    /** From now on the server cannot take the mail; false if it may have. */
    boolean giveUp() {
        return part.compareAndSet(Part.BEGUN, Part.GIVEN_UP);
    }

    boolean mayBeTaken() {
        return part.get() == Part.AWAITS_LAST_ANSWER;
    }
}
