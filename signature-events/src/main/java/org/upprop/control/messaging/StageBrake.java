package org.upprop.control.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.upprop.control.BrakeKind;
import org.upprop.control.Brakes;
import org.upprop.delivery.messaging.TopicsReady;

/**
 * Pauses all listeners of a service while a brake is on, and until the brakes have been read for the first time. They keep
 * their partitions meanwhile, and read on where they were.
 */
public class StageBrake {

    private static final Logger LOG = LoggerFactory.getLogger(StageBrake.class);

    private final BrakeKind kind;
    private final Brakes brakes;
    private final KafkaListenerEndpointRegistry listeners;
    private boolean knows;

    /** @param kind the brake that this service obeys */
    public StageBrake(BrakeKind kind, Brakes brakes, KafkaListenerEndpointRegistry listeners) {
        this.kind = kind;
        this.brakes = brakes;
        this.listeners = listeners;
    }

    /** Comes before they are started. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(TopicsReady ready) {
        look();
    }

    @Scheduled(fixedDelay = 500)
    synchronized void look() {
        knows |= brakes.areRead();
        boolean on = brakes.onAll(kind).isPresent();
        for (MessageListenerContainer listener : listeners.getAllListenerContainers()) {
            if ((on || !knows) && !listener.isPauseRequested()) {
                listener.pause();
                LOG.info("{}", on ? "Paused by a brake" : "Paused until the brakes are read");
            } else if (knows && !on && listener.isPauseRequested()) {
                listener.resume();
                LOG.info("Reads on");
            }
        }
    }
}
