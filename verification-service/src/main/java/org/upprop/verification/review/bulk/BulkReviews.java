package org.upprop.verification.review.bulk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.signature.SignatureId;
import org.upprop.verification.review.AuditTrail;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Reviews;
import org.upprop.verification.review.Ruling;
import org.upprop.verification.review.Verdict;

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

    /** How many would be decided about. */
    public int count(Criterion criterion) {
        return bulks.count(criterion);
    }

    /**
     * Starts to decide about all that waits now and is meant; it goes on by itself.
     *
     * @param verdict to approve or to reject
     * @throws IllegalArgumentException if the criterion is empty or the verdict another
     */
    @Transactional
    public UUID start(Reviewer by, Verdict verdict, @Nullable String reason, Criterion criterion) {
        if (criterion.isEmpty() || verdict != Verdict.APPROVE && verdict != Verdict.REJECT) {
            throw new IllegalArgumentException("Only what waits and is meant is approved or rejected");
        }
        UUID bulk = bulks.start(by, verdict, reason, criterion);
        trail.noted(by, "bulk-" + verdict.word(), null, bulk.toString(), reason);
        return bulk;
    }

    /** Starts to undo all of it that stands as it was decided; false where it is too late for that. */
    @Transactional
    public boolean undo(Reviewer by, UUID bulk) {
        boolean undone = bulks.undo(bulk);
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
            finished = bulk.state() == Bulk.State.UNDOING ? reopenAll(bulk) : decideAll(bulk);
        } finally {
            bulks.release(bulk, finished);
        }
    }

    private boolean decideAll(Bulk bulk) {
        Reviewer by = new Reviewer(bulk.reviewer());
        SignatureId last = null;
        while (bulks.keep(bulk)) {
            List<SignatureId> part = bulks.waiting(bulk, last, PART);
            if (part.isEmpty()) {
                return true;
            }
            part.forEach(one -> reviews.decide(one, new Ruling(by, bulk.verdict(), bulk.reason(), null, bulk.id())));
            last = part.getLast();
        }
        return false;
    }

    private boolean reopenAll(Bulk bulk) {
        Reviewer by = new Reviewer(bulk.reviewer());
        SignatureId last = null;
        while (bulks.keep(bulk)) {
            List<SignatureId> part = bulks.decided(bulk, last, PART);
            if (part.isEmpty()) {
                return true;
            }
            part.forEach(one -> reviews.decide(one, new Ruling(by, Verdict.REOPEN, null, null, bulk.id())));
            last = part.getLast();
        }
        return false;
    }
}
