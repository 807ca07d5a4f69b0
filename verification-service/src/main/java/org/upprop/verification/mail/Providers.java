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
import org.springframework.stereotype.Component;

/**
 * The providers side by side. A mail goes to one that can take it now, and where several can, they get as many as their
 * weights say; none waits for another.
 */
@Component
class Providers {

    private final List<Gate> gates;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

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
        lock.lockInterruptibly();
        try {
            while (true) {
                Optional<Gate> open = open();
                long left = deadline - System.nanoTime();
                if (open.isPresent() || left <= 0) {
                    return open.map(gate -> new Turn(gate, this::leave));
                }
                changed.await(Math.min(left, nanosUntilOneMayOpen()), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Gate> open() {
        Optional<Gate> open = gates.stream()
                .sorted(Comparator.comparing(this::share))
                .filter(gate -> gate.opens(pace))
                .findFirst();
        open.ifPresent(this::count);
        return open;
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
        return gates.stream().mapToLong(Gate::nanosUntilItMayOpen).min().orElse(Long.MAX_VALUE);
    }

    private void leave(Turn turn) {
        lock.lock();
        try {
            turn.gate().leave(turn, pace);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
