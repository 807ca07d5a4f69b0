package org.upprop.delivery.messaging;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Creates the topics and then starts the listeners, as soon as the broker answers. Until then the service runs without
 * them: whoever can be served without a broker is.
 */
final class StageStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StageStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaAdmin admin;
    private final KafkaListenerEndpointRegistry listeners;
    private final ApplicationEventPublisher events;
    private final Lock starting = new ReentrantLock();
    private volatile boolean ready;
    private volatile boolean stopped;
    private volatile Thread starter = Thread.ofVirtual().unstarted(this::startStage);

    StageStart(KafkaAdmin admin, KafkaListenerEndpointRegistry listeners, ApplicationEventPublisher events) {
        this.admin = admin;
        this.listeners = listeners;
        this.events = events;
    }

    @Override
    public void start() {
        stopped = false;
        starter = Thread.ofVirtual().name("stage-start").start(this::startStage);
    }

    /** Once this has returned no listener is started any more; one that just is can be stopped like all others then. */
    @Override
    public void stop() {
        stopped = true;
        starting.lock();
        try {
            starter.interrupt();
        } finally {
            starting.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return !stopped && (starter.isAlive() || ready);
    }

    /** Whether the topics are there. */
    boolean isReady() {
        return ready;
    }

    private void startStage() {
        try {
            while (!topicsAreThere()) {
                LOG.warn("The broker does not answer or the topics cannot be created; trying again");
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            return;
        }
        ready = true;
        events.publishEvent(new TopicsReady());
        startListeners();
    }

    private void startListeners() {
        starting.lock();
        try {
            if (!stopped) {
                listeners.getAllListenerContainers().forEach(MessageListenerContainer::start);
            }
        } finally {
            starting.unlock();
        }
    }

    /** Creates those that are not. The admin answers false the first time that it fails, and later throws. */
    private boolean topicsAreThere() {
        try {
            return admin.initialize();
        } catch (RuntimeException away) {
            return false;
        }
    }
}
