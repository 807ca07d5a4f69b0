package org.upprop.publication.list;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.appeal.AppealSlug;

/**
 * What every list counts, looked up in the database a few times a second, however many readers ask. While the database
 * is away the last look stands, and tells its age.
 */
@Component
public class ListStates {

    private static final Logger LOG = LoggerFactory.getLogger(ListStates.class);

    private final ListCounts counts;
    private volatile @Nullable Look last;
    private volatile CountDownLatch next = new CountDownLatch(1);
    private boolean failing;

    ListStates(JdbcClient jdbc) {
        this.counts = new ListCounts(jdbc);
    }

    /**
     * The last look.
     *
     * @throws org.springframework.dao.DataAccessException if there was none yet and the database is away
     */
    public Look last() {
        Look known = last;
        return known == null ? first() : known;
    }

    private synchronized Look first() {
        if (last == null) {
            last = now();
        }
        return Objects.requireNonNull(last);
    }

    /** Returns once somebody looked again, or after a while. */
    public void awaitNext(Duration atMost) throws InterruptedException {
        boolean ignored = next.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Scheduled(fixedDelayString = "${upprop.list.look:500ms}")
    void lookAgain() {
        try {
            last = now();
            if (failing) {
                LOG.info("The counts are read again");
            }
            failing = false;
        } catch (RuntimeException away) {
            if (!failing) {
                LOG.warn(
                        "The counts cannot be read, and the last ones stand: {}",
                        away.getClass().getName());
            }
            failing = true;
        }
        CountDownLatch over = next;
        next = new CountDownLatch(1);
        over.countDown();
    }

    private Look now() {
        long began = System.nanoTime();
        return new Look(counts.all(), began);
    }

    /** What was seen, and {@link System#nanoTime()} at its beginning. */
    public record Look(ListCounts.All all, long began) {

        /** The count of a list; one that was never begun has nobody on it. */
        public ListCount of(AppealSlug appeal) {
            return all.of(appeal);
        }

        public Duration age() {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }
}
