package org.upprop.verification.mail;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands before one provider: as many mails at once as it may have, no more in a second than its rate, and none while
 * its server fails, but one after a pause that grows, to see whether it answers again.
 */
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Where it refuses so many mails and takes none, that is not about the mails. */
    private static final int MANY = 5;

    /** How soon to look again whether the pause has ended. */
    private static final long WHILE_AWAY = TimeUnit.MILLISECONDS.toNanos(100);

    private static final Exception AWAY = new Exception("The mail server does not answer", null, false, false) {};

    private final Provider provider;
    private final CircuitBreaker circuit;
    private final Set<UUID> refusedSinceOneWasTaken = ConcurrentHashMap.newKeySet();
    private volatile int inFlight;
    private long paceOpensAt = System.nanoTime();
    private long looksAgainAt = System.nanoTime();
    private volatile @Nullable Long awaySince;

    /** @param longestPause between two attempts to reach a server that does not answer */
    Gate(Provider provider, Duration longestPause) {
        this.provider = provider;
        circuit = CircuitBreaker.of(
                provider.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindow(1, 1, SlidingWindowType.COUNT_BASED)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialRandomBackoff(
                                FIRST_PAUSE.compareTo(longestPause) < 0 ? FIRST_PAUSE : longestPause,
                                2.0,
                                0.5,
                                longestPause))
                        .build());
        circuit.getEventPublisher()
                .onStateTransition(change -> now(change.getStateTransition().getToState()));
    }

    Provider provider() {
        return provider;
    }

    /** Lets one mail through, which then is on its way until it has left, if one may go now but for the pace. */
    boolean opens() {
        long now = System.nanoTime();
        if (inFlight >= provider.senders() || paceOpensAt - now > 0) {
            return false;
        }
        if (!circuit.tryAcquirePermission()) {
            looksAgainAt = now + WHILE_AWAY;
            return false;
        }
        inFlight++;
        return true;
    }

    /** The pace does not let what was let through go now. */
    void closeFor(Duration wait) {
        paceOpensAt = System.nanoTime() + wait.toNanos();
        leave(false);
    }

    /** Until this may open by itself; for ever while everything that it may have on its way is. */
    long nanosUntilItMayOpen() {
        return inFlight >= provider.senders()
                ? Long.MAX_VALUE
                : Math.max(1, Math.max(paceOpensAt, looksAgainAt) - System.nanoTime());
    }

    Post.Delivery send(Letter letter) {
        boolean away = false;
        try {
            Post.Delivery delivery = judged(provider.post().send(letter), letter);
            away = isAway(delivery);
            return delivery;
        } finally {
            if (away) {
                circuit.onError(0, TimeUnit.NANOSECONDS, AWAY);
            } else {
                circuit.onSuccess(0, TimeUnit.NANOSECONDS);
            }
        }
    }

    /** A server that refuses one mail after the other is as good as away, and none of them is to blame. */
    private Post.Delivery judged(Post.Delivery delivery, Letter letter) {
        return switch (delivery) {
            case Post.Delivery.Taken taken -> {
                refusedSinceOneWasTaken.clear();
                yield taken;
            }
            case Post.Delivery.Refused refused -> {
                if (refusedSinceOneWasTaken.size() < MANY) {
                    refusedSinceOneWasTaken.add(letter.mailId());
                }
                yield refusedSinceOneWasTaken.size() < MANY ? refused : new Post.Delivery.TakesNone();
            }
            default -> delivery;
        };
    }

    private static boolean isAway(Post.Delivery delivery) {
        return switch (delivery) {
            case Post.Delivery.ServerAway away -> true;
            case Post.Delivery.Unanswered unanswered -> true;
            case Post.Delivery.TakesNone none -> true;
            case Post.Delivery.Taken taken -> false;
            case Post.Delivery.NoSuchRecipient unknown -> false;
            case Post.Delivery.Failed failed -> false;
            case Post.Delivery.Refused refused -> false;
        };
    }

    /** What was let through has left, or was not there. */
    void leave(boolean sent) {
        inFlight--;
        if (!sent) {
            circuit.releasePermission();
        }
    }

    int inFlight() {
        return inFlight;
    }

    /** Since when nothing gets through, in nanoseconds; nothing while the server answers. */
    @Nullable
    Long awaySince() {
        return awaySince;
    }

    private void now(CircuitBreaker.State state) {
        switch (state) {
            case OPEN -> {
                awaySince = awaySince == null ? System.nanoTime() : awaySince;
                LOG.warn("The mail server does not answer, or takes no mail: {}", provider.name());
            }
            case CLOSED -> {
                awaySince = null;
                LOG.info("The mail server takes mails: {}", provider.name());
            }
            default -> {}
        }
    }
}
