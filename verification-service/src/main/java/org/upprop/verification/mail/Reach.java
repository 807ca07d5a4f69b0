package org.upprop.verification.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.delivery.Failure;

/**
 * Since when this instance has reached the queue of mails without a break. In a break, whether the queue was away or this
 * instance stood still, leases ended that nobody could renew: of mails that are on their way, or that have left and could
 * not be marked.
 */
@Component
class Reach {

    private final InstantSource clock;
    private final Duration longestSilence;
    private @Nullable Instant since;
    private Instant last = Instant.MIN;

    Reach(InstantSource clock, MailProperties properties) {
        this.clock = clock;
        this.longestSilence = properties.lease();
    }

    /** Asks the queue, and notes whether it answers. */
    <T> T ask(Supplier<T> queue) {
        try {
            T answer = queue.get();
            isThere();
            return answer;
        } catch (RuntimeException failed) {
            if (Failure.of(failed) instanceof Failure.Outage) {
                isLost();
            }
            throw failed;
        }
    }

    /** The same where it has nothing to answer. */
    void tell(Runnable queue) {
        ask(() -> {
            queue.run();
            return true;
        });
    }

    synchronized boolean hasLasted(Duration time) {
        Instant now = clock.instant();
        return since != null && !isSilent(now) && !since.plus(time).isAfter(now);
    }

    private synchronized void isThere() {
        Instant now = clock.instant();
        if (since == null || isSilent(now)) {
            since = now;
        }
        last = now;
    }

    private synchronized void isLost() {
        since = null;
    }

    private boolean isSilent(Instant now) {
        return last.plus(longestSilence).isBefore(now);
    }
}
