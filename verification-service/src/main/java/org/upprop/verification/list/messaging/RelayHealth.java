package org.upprop.verification.list.messaging;

import java.util.Locale;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while this instance tells the list, or stands by for the one that does. */
@Component("relayHealthIndicator")
class RelayHealth extends AbstractHealthIndicator {

    private final Relay relay;

    RelayHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Relay.Role role = relay.role();
        boolean up = switch (role) {
            case ACTIVE, STANDBY -> true;
            case STOPPED, FAILING -> false;
        };
        builder.status(up ? "UP" : "DOWN").withDetail("role", role.name().toLowerCase(Locale.ROOT));
    }
}
