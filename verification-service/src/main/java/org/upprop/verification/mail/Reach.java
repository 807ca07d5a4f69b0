package org.upprop.verification.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Since when this instance reaches the queue of mails without a break. Where the queue was out of reach, other instances
 * may hold mails that have left and that they could not mark: their leases ended in a time in which nobody could renew one.
 */
@Component
class Reach {

    private final InstantSource clock;
    private volatile @Nullable Instant since;

    Reach(InstantSource clock) {
        this.clock = clock;
    }

    void isLost() {
        since = null;
    }

    void isThere() {
        if (since == null) {
            since = clock.instant();
        }
    }

    boolean hasLasted(Duration time) {
        Instant begin = since;
        return begin != null && !begin.plus(time).isAfter(clock.instant());
    }
}
