package org.upprop.verification.review.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.delivery.Failure;
import org.upprop.verification.review.AuditTrail;
import org.upprop.verification.review.ReviewAnswer;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Reviews;
import org.upprop.verification.review.Ruling;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.review.Waiting;

/**
 * Decides about many at once, on request only and after a count. Each signature moves by a transition and a transaction of
 * its own, so whatever its owner or another reviewer does meanwhile counts.
 */
@Component
public class BulkReviews {

    private static final Logger LOG = LoggerFactory.getLogger(BulkReviews.class);
    private static final int PART = 200;

    private final Bulks bulks;
    private final Reviews reviews;
    private final AuditTrail trail;

    BulkReviews(Bulks bulks, Reviews reviews, AuditTrail trail) {
        this.bulks = bulks;
        this.reviews = reviews;
        this.trail = trail;
    }

    /** How many would be decided about just now. */
    public Bulks.Count count(Criterion criterion) {
        return bulks.count(criterion);
    }

    /**
     * Starts to decide about all that waits and is meant; it goes on by itself.
     *
     * @param verdict to approve or to reject
     * @param counted when that was counted, since what came or changed later was not; nothing for now
     * @throws IllegalArgumentException if the criterion is empty or the verdict another
     */
    @Transactional
    public UUID start(
            Reviewer by, Verdict verdict, @Nullable String reason, Criterion criterion, @Nullable Instant counted) {
        if (criterion.isEmpty() || !verdict.isOfWhatWaits()) {
            throw new IllegalArgumentException("Only what waits and is meant is approved or rejected");
        }
        UUID bulk = bulks.start(by, verdict, reason, criterion, counted);
        trail.noted(by, "bulk-" + verdict.word(), null, bulk.toString(), reason);
        return bulk;
    }

    /** Starts to undo all of it that stands as it was decided; false where it is too late for that. */
    @Transactional
    public boolean undo(Reviewer by, UUID bulk) {
        boolean undone = bulks.undo(by, bulk);
        if (undone) {
            trail.noted(by, "bulk-undo", null, bulk.toString(), null);
        }
        return undone;
    }

    public Optional<Bulk> find(UUID bulk) {
        return bulks.find(bulk);
    }

    public List<Bulk> latest(int limit) {
        return bulks.latest(limit);
    }

    // At a fixed rate each run has a thread of its own, so that a long one holds up nothing else that is scheduled.
    @Scheduled(fixedRateString = "${upprop.reviewer.bulk-interval:2s}")
    void goOn() {
        try {
            bulks.take().ifPresent(this::carryOut);
        } catch (RuntimeException away) {
            LOG.warn("A decision about many waits: {}", away.getClass().getName());
        }
    }

    private void carryOut(Bulk bulk) {
        boolean finished = false;
        try {
            finished = bulk.state() == Bulk.State.UNDOING ? undoAll(bulk) : decideAll(bulk);
        } finally {
            bulks.release(bulk, finished);
        }
    }

    private boolean decideAll(Bulk bulk) {
        Reviewer by = new Reviewer(bulk.reviewer());
        Waiting.Place last = Waiting.Place.START;
        int done = 0;
        while (bulks.keep(bulk, done)) {
            List<Waiting.Place> part = bulks.waiting(bulk, last, PART);
            if (part.isEmpty()) {
                return true;
            }
            done = count(
                    part,
                    one -> reviews.decide(
                            one.signature(), new Ruling(by, bulk.verdict(), bulk.reason(), one.since(), bulk.id())));
            last = part.getLast();
        }
        return false;
    }

    private boolean undoAll(Bulk bulk) {
        Reviewer by = new Reviewer(Objects.requireNonNullElse(bulk.undoneBy(), bulk.reviewer()));
        long last = 0;
        while (bulks.keep(bulk, 0)) {
            List<Bulks.Done> part = bulks.decided(bulk, last, PART);
            if (part.isEmpty()) {
                return true;
            }
            count(part, one -> reviews.undo(by, one.signature(), bulk.id()));
            last = part.getLast().action();
        }
        return false;
    }

    private static <T> int count(List<T> part, Function<T, ReviewAnswer> decide) {
        return (int) part.stream().filter(one -> isDecided(one, decide)).count();
    }

    /** One that cannot be decided stays as it is and holds up no other. In an outage all of them wait. */
    private static <T> boolean isDecided(T one, Function<T, ReviewAnswer> decide) {
        try {
            return decide.apply(one) instanceof ReviewAnswer.Decided;
        } catch (RuntimeException failed) {
            if (Failure.of(failed) instanceof Failure.Outage) {
                throw failed;
            }
            LOG.warn(
                    "A decision about many leaves one out: {}",
                    failed.getClass().getName());
            return false;
        }
    }
}
