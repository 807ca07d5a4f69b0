package org.upprop.publication.list.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.count.PublicCount;
import org.upprop.count.messaging.CountRecords;
import org.upprop.publication.list.CountOutbox;
import org.upprop.publication.list.CountRelayProperties;

/**
 * Tells everybody the counts that changed. Only after the broker's acknowledgement is a count marked as told, so
 * whatever fails or is killed in between is told again. Every instance does it: readers keep the highest revision.
 */
@Component
class CountRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CountRelay.class);
    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);
    private static final Duration LAST_LOOK = Duration.ofSeconds(5);

    private final CountOutbox outbox;
    private final AppealBook appeals;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final CountRelayProperties properties;
    private volatile Thread thread = Thread.ofVirtual().unstarted(this::relay);
    private volatile boolean failing;
    private long complainedAt;

    CountRelay(
            CountOutbox outbox,
            AppealBook appeals,
            KafkaTemplate<byte[], byte[]> kafka,
            CountRelayProperties properties) {
        this.outbox = outbox;
        this.appeals = appeals;
        this.kafka = kafka;
        this.properties = properties;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("count-relay").start(this::relay);
    }

    @Override
    public void stop() {
        thread.interrupt();
        try {
            thread.join(LAST_LOOK);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void relay() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(properties.pause());
            }
        } catch (InterruptedException stopped) {
            LOG.debug("Stopped telling counts");
        }
    }

    boolean isFailing() {
        return failing;
    }

    private void look() throws InterruptedException {
        try {
            tellWhatIsAhead();
            if (failing) {
                LOG.info("The counts are told again");
            }
            failing = false;
        } catch (ExecutionException | RuntimeException | Error failed) {
            complainOf(failed);
            failing = true;
        }
    }

    private void complainOf(Throwable failed) {
        long now = System.nanoTime();
        if (!failing || now - complainedAt >= BETWEEN_COMPLAINTS.toNanos()) {
            LOG.warn("The counts cannot be told and are tried again: {}", typeOf(failed));
            complainedAt = now;
        }
    }

    private void tellWhatIsAhead() throws InterruptedException, ExecutionException {
        if (!appeals.isComplete()) {
            return; // what was read until now may say of an appeal that nobody is at risk who is
        }
        List<Appeal> known = appeals.all();
        outbox.heed(known);
        List<PublicCount> ahead = outbox.ahead(known, properties.again(), MOST_AT_ONCE);
        List<CompletableFuture<?>> sent = ahead.stream()
                .<CompletableFuture<?>>map(count -> kafka.send(CountRecords.of(count)))
                .toList();
        for (int index = 0; index < ahead.size(); index++) {
            sent.get(index).get();
            outbox.told(ahead.get(index));
        }
    }

    private static String typeOf(Throwable failed) {
        Throwable cause = failed.getCause();
        return (cause == null ? failed : cause).getClass().getName();
    }
}
