package org.upprop.access.messaging;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.upprop.access.Grants;

/** Up once the tokens have been read to the end: until then only those in settings are anybody's. */
final class TokensHealth extends AbstractHealthIndicator {

    private final Grants grants;

    TokensHealth(Grants grants) {
        this.grants = grants;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(grants.areRead() ? "UP" : "DOWN");
    }
}
