package org.upprop.appeal.messaging;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up once the appeals have been read to the end. */
final class AppealsHealth extends AbstractHealthIndicator {

    private final AppealBook book;

    AppealsHealth(AppealBook book) {
        this.book = book;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(book.isComplete() ? "UP" : "DOWN")
                .withDetail("appeals", book.all().size());
    }
}
