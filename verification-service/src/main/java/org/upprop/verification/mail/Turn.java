package org.upprop.verification.mail;

import java.util.function.Consumer;

/** One mail that may leave by one provider now, or be left. */
final class Turn implements Post, AutoCloseable {

    private final Gate gate;
    private final Consumer<Turn> end;
    private boolean used;

    Turn(Gate gate, Consumer<Turn> end) {
        this.gate = gate;
        this.end = end;
    }

    Gate gate() {
        return gate;
    }

    boolean isUsed() {
        return used;
    }

    @Override
    public Delivery send(Letter letter) {
        used = true;
        return gate.send(letter);
    }

    @Override
    public void close() {
        end.accept(this);
    }
}
