package org.upprop.intake.appeal.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.AppealText;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.appeal.Decision;
import org.upprop.intake.appeal.Publication;

/** Appeals as the shared book has read them, and written by whoever holds the one pen. */
@Component
class KafkaAppeals implements Appeals {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaAppeals.class);
    private static final Duration READ_BACK = Duration.ofSeconds(5);

    private final AppealBook book;
    private final AppealPens pens;
    private final Lock pen = new ReentrantLock();

    KafkaAppeals(AppealBook book, AppealPens pens) {
        this.book = book;
        this.pens = pens;
    }

    @Override
    public boolean areRead() {
        return book.isComplete();
    }

    @Override
    public Optional<Appeal> find(AppealSlug slug) {
        return book.find(slug);
    }

    @Override
    public List<Appeal> all() {
        return book.all();
    }

    @Override
    public Optional<AppealText> text(AppealSlug slug, int version) {
        return book.text(slug, version);
    }

    @Override
    public Publication publish(AppealSlug slug, Function<Optional<Appeal>, Decision> decision) {
        // Within this instance everybody waits for the pen; between instances whoever is second loses it.
        pen.lock();
        try {
            return published(slug, decision);
        } catch (KafkaException failed) {
            LOG.warn("An appeal was not published: {}", failed.getClass().getSimpleName());
            return wasTaken(failed) ? new Publication.Overtaken() : new Publication.Unavailable();
        } finally {
            pen.unlock();
        }
    }

    private Publication published(AppealSlug slug, Function<Optional<Appeal>, Decision> decision) {
        try (AppealPen held = pens.take()) {
            Optional<Appeal> latest = held.latest(slug);
            return switch (decision.apply(latest)) {
                case Decision.Leave(var answer) -> answer;
                case Decision.Write write -> {
                    readBack(held.write(write));
                    yield latest.isEmpty()
                            ? new Publication.Created(write.appeal())
                            : new Publication.Changed(write.appeal());
                }
            };
        }
    }

    private static boolean wasTaken(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException);
    }

    /** Whoever published something finds it here at once; it is published whether or not this instance has read it. */
    private void readBack(long offset) {
        try {
            if (!book.awaitOffset(offset, READ_BACK)) {
                LOG.warn("This instance has not read back what it published within {}", READ_BACK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
