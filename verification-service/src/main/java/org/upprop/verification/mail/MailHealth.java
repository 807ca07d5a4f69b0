package org.upprop.verification.mail;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up as long as one provider's server answers; one that was not asked since it last answered counts as if it did. */
@Component("mailHealthIndicator")
class MailHealth extends AbstractHealthIndicator {

    private final Providers providers;

    MailHealth(Providers providers) {
        this.providers = providers;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(providers.away().isEmpty() ? "UP" : "DOWN");
        providers
                .gates()
                .forEach(gate -> builder.withDetail(
                        gate.provider().name(), gate.awaySince() == null ? "answers" : "does not answer"));
    }
}
