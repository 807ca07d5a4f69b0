package org.upprop.verification.mail;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The providers side by side. A mail goes to one that can take it now, and where several can, they get as many as their
 * weights say; none waits for another.
 */
@Component
class Providers {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final List<Gate> gates;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** One at a time, so that they go out by their shares and as evenly as the pace says. */
    private boolean asksForPace;

    /** How many mails each gate has had, divided by its weight: the one with the least is next. */
    private final Map<Gate, Double> shares = new HashMap<>();

    Providers(KnownProviders known, Pace pace, MailProperties properties) {
        this.pace = pace;
        gates = known.all().stream()
                .map(provider -> new Gate(provider, properties.longestPause()))
                .toList();
        gates.forEach(gate -> shares.put(gate, 0.0));
    }

    List<Gate> gates() {
        return gates;
    }

    int senders() {
        return gates.stream().mapToInt(gate -> gate.provider().senders()).sum();
    }

    /** How many mails a second those take that answer. */
    double perSecond() {
        return gates.stream()
                .filter(gate -> gate.awaySince() == null)
                .mapToDouble(gate -> gate.provider().perSecond())
                .sum();
    }

    /** How long no provider has answered; nothing while one does. */
    Optional<Duration> away() {
        List<Long> since = gates.stream()
                .flatMap(gate -> Optional.ofNullable(gate.awaySince()).stream())
                .toList();
        if (since.size() < gates.size()) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        return Optional.of(Duration.ofNanos(since.stream()
                .flatMapToLong(LongStream::of)
                .map(nanos -> now - nanos)
                .min()
                .orElse(0)));
    }

    /** A turn for one mail, to be closed; nothing if within {@code patience} no provider takes one. */
    Optional<Turn> next(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Gate> open = awaitOpen(deadline);
            if (open.isEmpty() || isOnPace(open.get())) {
                return open.map(gate -> new Turn(gate, this::leave));
            }
        }
    }

    private Optional<Gate> awaitOpen(long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                Optional<Gate> open = asksForPace ? Optional.empty() : open();
                asksForPace |= open.isPresent();
                long left = deadline - System.nanoTime();
                if (open.isPresent() || left <= 0) {
                    return open;
                }
                changed.await(Math.min(left, nanosUntilOneMayOpen()), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Gate> open() {
        return gates.stream()
                .sorted(Comparator.comparing(this::share))
                .filter(Gate::opens)
                .findFirst();
    }

    /** The pace is in the database, which may not answer: whoever asks holds up nobody whose mail has left. */
    private boolean isOnPace(Gate gate) {
        Duration wait = Duration.ZERO;
        boolean goes = false;
        try {
            wait = pace.take(gate.provider());
            goes = wait.isZero();
        } finally {
            decided(gate, goes, wait);
        }
        return goes;
    }

    private void decided(Gate gate, boolean goes, Duration wait) {
        lock.lock();
        try {
            asksForPace = false;
            if (goes) {
                count(gate);
            } else {
                gate.closeFor(wait);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whoever could not take its share meanwhile does not get it later. */
    private void count(Gate chosen) {
        double now = share(chosen);
        shares.replaceAll((gate, had) -> Math.max(had, now));
        shares.put(chosen, now + 1.0 / chosen.provider().weight());
    }

    private double share(Gate gate) {
        return shares.getOrDefault(gate, 0.0);
    }

    private long nanosUntilOneMayOpen() {
        return asksForPace
                ? Long.MAX_VALUE
                : gates.stream().mapToLong(Gate::nanosUntilItMayOpen).min().orElse(Long.MAX_VALUE);
    }

    private void leave(Turn turn) {
        lock.lock();
        try {
            turn.gate().leave(turn.isUsed());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (!turn.isUsed()) {
            giveBack(turn.gate().provider());
        }
    }

    private void giveBack(Provider provider) {
        try {
            pace.giveBack(provider);
        } catch (RuntimeException databaseAway) {
            LOG.debug("A turn is lost", databaseAway);
        }
    }
}
