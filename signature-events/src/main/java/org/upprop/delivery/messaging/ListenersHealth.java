package org.upprop.delivery.messaging;

import java.util.Collection;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Up when the topics are there and every listener runs; a listener that died stays visible here. */
final class ListenersHealth extends AbstractHealthIndicator {

    private final StageStart stage;
    private final KafkaListenerEndpointRegistry registry;

    ListenersHealth(StageStart stage, KafkaListenerEndpointRegistry registry) {
        this.stage = stage;
        this.registry = registry;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Collection<MessageListenerContainer> containers = registry.getAllListenerContainers();
        long running = containers.stream()
                .filter(container -> container.isRunning() && container.isInExpectedState())
                .count();
        builder.withDetail("topics", stage.isReady())
                .withDetail("listeners", containers.size())
                .withDetail("running", running);
        if (stage.isReady() && running == containers.size()) {
            builder.up();
        } else {
            builder.down();
        }
    }
}
