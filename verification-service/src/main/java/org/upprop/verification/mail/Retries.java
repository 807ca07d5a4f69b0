package org.upprop.verification.mail;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** How long to wait after a failure: twice as long each time up to a limit, and never the same for two. */
@Component
class Retries {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final MailProperties properties;

    Retries(MailProperties properties) {
        this.properties = properties;
    }

    /** Until a mail is tried again whose {@code attempt}, from 1, has failed. */
    Duration after(int attempt) {
        return pause(properties.firstRetry(), attempt - 1, properties.longestRetry());
    }

    /** Until a sender looks again that has found the server or the queue away {@code times} before. */
    Duration whileAway(int times) {
        return pause(FIRST_PAUSE, times, properties.longestPause());
    }

    /** Between half of the doubled pause and all of it, so that what failed together does not come back together. */
    private static Duration pause(Duration first, int doublings, Duration longest) {
        long doubled = first.multipliedBy(1L << Math.clamp(doublings, 0, MOST_DOUBLINGS))
                .toMillis();
        long millis = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
