package org.upprop.control.messaging;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up once the brakes have been read to the end: who has not does not know that none is on. */
final class BrakesHealth extends AbstractHealthIndicator {

    private final BrakeBook book;

    BrakesHealth(BrakeBook book) {
        this.book = book;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(book.areRead() ? "UP" : "DOWN");
    }
}
