package org.upprop.verification.list.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.delivery.messaging.Traces;
import org.upprop.verification.list.EntryChanged;
import org.upprop.verification.list.Held;
import org.upprop.verification.list.Outbox;
import org.upprop.verification.list.RelayLease;
import org.upprop.verification.list.RelayProperties;

/**
 * Tells the list what changed. One relay is active at a time: it holds the lease, and the broker fences the one before
 * it. Only after the commit is an entry marked as told, in the version that was sent; whatever fails in between is told
 * again, which changes nothing.
 */
@Component
class Relay implements SmartLifecycle {

    /** What this instance does for the list just now. */
    enum Role {
        STOPPED,
        STANDBY,
        ACTIVE,
        FAILING
    }

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LAST_BATCH = Duration.ofSeconds(25);

    private final Outbox outbox;
    private final Held held;
    private final RelayLease lease;
    private final Watermarks watermarks;
    private final RelayProperties properties;
    private final ProducerFactory<?, ?> producers;
    private final AppealBook appeals;
    private final Traces traces;
    private final Semaphore work = new Semaphore(0);

    private @Nullable RelayProducer producer;
    private volatile Role role = Role.STOPPED;
    private volatile boolean running;
    private volatile Thread thread = Thread.ofVirtual().unstarted(this::relay);

    Relay(
            Outbox outbox,
            Held held,
            RelayLease lease,
            Watermarks watermarks,
            RelayProperties properties,
            ProducerFactory<?, ?> producers,
            AppealBook appeals,
            Traces traces) {
        this.outbox = outbox;
        this.held = held;
        this.lease = lease;
        this.watermarks = watermarks;
        this.properties = properties;
        this.producers = producers;
        this.appeals = appeals;
        this.traces = traces;
    }

    @TransactionalEventListener
    void on(EntryChanged changed) {
        work.release();
    }

    Role role() {
        return role;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("relay").start(this::relay);
    }

    @Override
    public void stop() {
        running = false;
        work.release();
        try {
            thread.join(LAST_BATCH);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void relay() {
        int failures = 0;
        while (running) {
            try {
                boolean more = relayOnce();
                failures = 0;
                await(more ? Duration.ZERO : properties.poll());
            } catch (RuntimeException | Error failed) {
                failing(failed);
                await(pauseAfter(failures++));
            }
        }
        leave();
    }

    /** Whether there may be more to tell at once. */
    private boolean relayOnce() {
        if (!lease.hold()) {
            become(Role.STANDBY);
            return false;
        }
        RelayProducer current = producer;
        if (current == null) {
            producer = RelayProducer.open(producers.getConfigurationProperties(), appeals, traces);
            // To open took time: only who still holds the lease may read what it is going to tell
            return true;
        }
        become(Role.ACTIVE);
        boolean released = held.release(properties.batch());
        List<Outbox.Change> changes = outbox.ahead(properties.batch());
        if (!changes.isEmpty()) {
            current.tell(changes);
            outbox.told(changes);
        }
        watermarks.follow(changes.size(), current);
        return released || changes.size() == properties.batch();
    }

    private void become(Role next) {
        if (role != next) {
            LOG.info("The relay is {}", next == Role.ACTIVE ? "active" : "standing by");
            role = next;
        }
        if (next == Role.STANDBY) {
            closeProducer();
        }
    }

    /** After a failure nobody knows what became of the transaction; a new producer finds out and ends it. */
    private void failing(Throwable failed) {
        if (role != Role.FAILING) {
            LOG.warn("The relay fails and tries again: {}", failed.getClass().getName());
            role = Role.FAILING;
        }
        closeProducer();
    }

    private void leave() {
        closeProducer();
        role = Role.STOPPED;
        try {
            lease.release();
        } catch (RuntimeException away) {
            LOG.debug("The lease ends by itself", away);
        }
    }

    private void closeProducer() {
        RelayProducer current = producer;
        producer = null;
        watermarks.leave();
        if (current != null) {
            current.close();
        }
    }

    private Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(properties.longestPause()) > 0 ? properties.longestPause() : pause;
    }

    private void await(Duration patience) {
        try {
            if (work.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            running = false;
        }
    }
}
