package org.upprop.delivery.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upprop.delivery.StageStopped;

/** Counts the unforeseen failures of the last minute, and stops the stage when there are too many of them. */
final class UnexpectedFailures {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailures.class);
    private static final String OURS = "org.upprop.";
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int limit;
    private final InstantSource clock;
    private final Deque<Instant> recent = new ArrayDeque<>();

    UnexpectedFailures(int limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** @throws StageStopped if this is one too many */
    synchronized void count(Throwable failure) {
        Instant now = clock.instant();
        recent.addLast(now);
        while (recent.getFirst().isBefore(now.minus(WINDOW))) {
            recent.removeFirst();
        }
        LOG.error("A record failed at every try with {}", typesAndPlaces(failure));
        if (recent.size() > limit) {
            LOG.error("That is more than {} a minute: the stage stops", limit);
            throw new StageStopped(limit);
        }
    }

    /** Without the messages, which may quote what the record holds. */
    private static String typesAndPlaces(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getClass().getName() + placeOf(cause))
                .collect(Collectors.joining(", caused by "));
    }

    private static String placeOf(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }
}
