package org.upprop.publication.list.messaging;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down while this instance reads nothing since it would keep names that were taken back while it was away. */
@Component("verifiedHealthIndicator")
class VerifiedHealth extends AbstractHealthIndicator {

    private final VerifiedListener listener;

    VerifiedHealth(VerifiedListener listener) {
        this.listener = listener;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (listener.isLeftBehind()) {
            health.down().withDetail("rebuild", "due");
        } else {
            health.up();
        }
    }
}
