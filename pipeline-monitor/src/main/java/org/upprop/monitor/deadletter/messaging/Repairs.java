package org.upprop.monitor.deadletter.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.audit.AuditEvent;
import org.upprop.delivery.Away;
import org.upprop.monitor.audit.messaging.Actions;
import org.upprop.monitor.deadletter.DeadLetter;
import org.upprop.monitor.deadletter.DeadLetterBook;
import org.upprop.monitor.deadletter.Discard;
import org.upprop.monitor.deadletter.Redrive;
import org.upprop.monitor.deadletter.RedriveStart;
import org.upprop.monitor.deadletter.Scope;
import org.upprop.monitor.deadletter.Selection;

/**
 * Brings dead letters back or gives them up, as people ask for it. One redrive goes on at a time; whatever stops the monitor
 * that is at it, that monitor or another goes on with it.
 */
@Component
public class Repairs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Repairs.class);
    private static final Duration READ_BACK = Duration.ofSeconds(5);
    private static final Duration LAST_TRANSACTION = Duration.ofSeconds(10);

    private final DeadLetterBook book;
    private final DeadLetterFollower follower;
    private final Redriver redriver;
    private final Actions actions;
    private final RedriveProperties limits;
    private final InstantSource clock;
    private volatile @Nullable Thread at;
    private volatile boolean stopped;
    private long beganAt = System.nanoTime();

    Repairs(
            DeadLetterBook book,
            DeadLetterFollower follower,
            Redriver redriver,
            Actions actions,
            RedriveProperties limits,
            InstantSource clock) {
        this.book = book;
        this.follower = follower;
        this.redriver = redriver;
        this.actions = actions;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether all dead letters are known; while they are not, none can be chosen. */
    public boolean isReady() {
        return follower.isComplete();
    }

    /** The most that come back a second. */
    public int fastest() {
        return limits.perSecond();
    }

    /** Whether this monitor sends the dead letters that come back. */
    public boolean isAtIt() {
        Thread current = at;
        return current != null && current.isAlive();
    }

    /** What a redrive of these would send now. */
    public List<DeadLetter> preview(Selection selection) {
        return book.waiting(book.now(selection));
    }

    /**
     * Begins to send dead letters on their way again.
     *
     * @throws Away if the broker does not say that it was written down; it may go on all the same
     */
    public synchronized RedriveStart start(Selection selection, int perSecond, String actor)
            throws InterruptedException {
        Optional<Redrive> other = book.open();
        if (other.isPresent()) {
            return new RedriveStart.Busy(other.get());
        }
        Scope scope = book.now(selection);
        int count = book.waiting(scope).size();
        if (count == 0) {
            return new RedriveStart.Nothing();
        }
        Redrive redrive = new Redrive(UUID.randomUUID(), clock.instant(), actor, scope, perSecond, count);
        tell(redrive.start());
        Redrive open = book.open().orElse(redrive);
        if (!open.id().equals(redrive.id())) {
            return new RedriveStart.Busy(open);
        }
        begin(redrive);
        return new RedriveStart.Begun(redrive);
    }

    /**
     * Ends the redrive that goes on; what came back stays so, and the rest waits.
     *
     * @return it, or nothing if none goes on
     */
    public synchronized Optional<Redrive> cancel(String actor) throws InterruptedException {
        Optional<Redrive> open = book.open();
        if (open.isPresent()) {
            tell(open.get().end(clock.instant(), actor, Redrive.Outcome.CANCELLED));
        }
        return open;
    }

    /** What a discard of these would give up now. */
    public List<DeadLetter> discardable(Selection selection) {
        return book.discardable(book.now(selection));
    }

    /**
     * Gives dead letters up.
     *
     * @return those that were
     */
    public synchronized List<DeadLetter> discard(Selection selection, String because, String actor)
            throws InterruptedException {
        Scope scope = book.now(selection);
        List<DeadLetter> letters = book.discardable(scope);
        if (!letters.isEmpty()) {
            tell(new Discard(scope, because, letters.size()).event(clock.instant(), actor));
        }
        return letters;
    }

    /** Goes on with what nobody is at: its monitor is gone, or could not reach the broker. */
    @Scheduled(fixedDelayString = "${upprop.monitor.redrive.look:1s}")
    synchronized void goOn() {
        boolean nobodyIsAtIt = book.silence().compareTo(limits.patience()) > 0;
        boolean rested = System.nanoTime() - beganAt > limits.patience().toNanos();
        if (!stopped && !isAtIt() && isReady() && nobodyIsAtIt && rested) {
            book.open().ifPresent(this::begin);
        }
    }

    /** Lets the transaction end that is on its way; another monitor goes on from there. */
    @Override
    public void destroy() throws InterruptedException {
        stopped = true;
        Thread current = at;
        if (current != null) {
            current.join(LAST_TRANSACTION);
        }
    }

    private void tell(AuditEvent event) throws InterruptedException {
        actions.perform(event, List.of());
        if (!book.await(event.id(), READ_BACK)) {
            throw new Away("what was written down cannot be read");
        }
    }

    private void begin(Redrive redrive) {
        beganAt = System.nanoTime();
        Thread before = at;
        at = Thread.ofPlatform().daemon().name("redrive").start(() -> work(redrive, before));
    }

    /** One that was cancelled may just be at its last transaction. */
    private void work(Redrive redrive, @Nullable Thread before) {
        LOG.info("Sending {} dead letters on their way again", redrive.count());
        try {
            if (before != null) {
                before.join();
            }
            if (redriver.send(redrive, () -> !stopped && book.isOpen(redrive))) {
                actions.perform(redrive.end(clock.instant(), redrive.actor(), Redrive.Outcome.DONE), List.of());
                LOG.info("All of them are on their way");
            } else {
                LOG.info("Stopped sending dead letters; what is left waits");
            }
        } catch (ProducerFencedException | InvalidProducerEpochException fenced) {
            LOG.warn("Another monitor sends the dead letters now; this one stopped");
        } catch (KafkaException | Away away) {
            LOG.warn(
                    "Sending dead letters broke off and will go on: {}",
                    away.getClass().getSimpleName());
        } catch (InterruptedException interrupted) {
            LOG.debug("Interrupted while sending dead letters");
        }
    }
}
