package org.upprop.verification.review.bulk;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.delivery.Failure;
import org.upprop.verification.review.ReviewAnswer;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Reviews;
import org.upprop.verification.review.Ruling;
import org.upprop.verification.review.Waiting;

/**
 * Carries out what was decided about many. Each signature moves by a transition and a transaction of its own, so whatever
 * its owner or another reviewer does meanwhile counts.
 */
@Component
class BulkWorker {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWorker.class);
    private static final int PART = 200;

    private final BulkWork work;
    private final Reviews reviews;
    private final TransactionOperations transaction;

    BulkWorker(BulkWork work, Reviews reviews, TransactionOperations transaction) {
        this.work = work;
        this.reviews = reviews;
        this.transaction = transaction;
    }

    // At a fixed rate each run has a thread of its own, so that a long one holds up nothing else that is scheduled.
    @Scheduled(fixedRateString = "${upprop.reviewer.bulk-interval:2s}")
    void goOn() {
        try {
            work.take().ifPresent(this::carryOut);
        } catch (RuntimeException away) {
            LOG.warn("A decision about many waits: {}", away.getClass().getName());
        }
    }

    private void carryOut(Bulk bulk) {
        boolean finished = false;
        try {
            finished = bulk.state() == Bulk.State.UNDOING ? undoAll(bulk) : decideAll(bulk);
        } finally {
            work.release(bulk, finished);
        }
    }

    private boolean decideAll(Bulk bulk) {
        Reviewer by = new Reviewer(bulk.reviewer());
        Waiting.Place last = Waiting.Place.START;
        int done = 0;
        while (work.keep(bulk, done)) {
            List<Waiting.Place> part = work.waiting(bulk, last, PART);
            if (part.isEmpty()) {
                return true;
            }
            done = count(
                    bulk,
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
        while (work.keep(bulk, 0)) {
            List<BulkWork.Done> part = work.decided(bulk, last, PART);
            if (part.isEmpty()) {
                return true;
            }
            count(bulk, part, one -> reviews.undo(by, one.signature(), bulk.id()));
            last = part.getLast().action();
        }
        return false;
    }

    private <T> int count(Bulk bulk, List<T> part, Function<T, ReviewAnswer> decide) {
        return (int) part.stream().filter(one -> isDecided(bulk, one, decide)).count();
    }

    /**
     * One that cannot be decided stays as it is and holds up no other. In an outage all of them wait. Whoever was away so
     * long that somebody else carried on, or that all of it was undone, decides nothing more.
     */
    private <T> boolean isDecided(Bulk bulk, T one, Function<T, ReviewAnswer> decide) {
        try {
            return Boolean.TRUE.equals(transaction.execute(
                    status -> work.isHeld(bulk) && decide.apply(one) instanceof ReviewAnswer.Decided));
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
