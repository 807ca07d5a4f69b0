package org.upprop.publication.list.messaging;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while this instance tells the counts. */
@Component("relayHealthIndicator")
class CountRelayHealth extends AbstractHealthIndicator {

    private final CountRelay relay;

    CountRelayHealth(CountRelay relay) {
        this.relay = relay;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        boolean running = relay.isRunning();
        boolean failing = relay.isFailing();
        builder.status(running && !failing ? "UP" : "DOWN")
                .withDetail("running", running)
                .withDetail("failing", failing);
    }
}
