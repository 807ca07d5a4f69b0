package org.upprop.verification.review.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.access.Remit;
import org.upprop.verification.review.AuditTrail;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.submission.Submission;
import org.upprop.verification.submission.Submissions;

/** Decides about many at once, on request only and after a count. */
@Component
public class BulkReviews {

    private final Bulks bulks;
    private final Submissions submissions;
    private final AuditTrail trail;

    BulkReviews(Bulks bulks, Submissions submissions, AuditTrail trail) {
        this.bulks = bulks;
        this.submissions = submissions;
        this.trail = trail;
    }

    /** What is meant of one appeal of a reviewer who has only some; nothing where it is not clear which, or not theirs. */
    public Optional<Criterion> within(Reviewer by, Criterion criterion) {
        Remit remit = by.remit();
        if (remit.isAll() || criterion.isEmpty()) {
            return Optional.of(criterion);
        }
        return Optional.ofNullable(criterion.appeal())
                .or(() -> Optional.ofNullable(criterion.like())
                        .flatMap(submissions::find)
                        .map(Submission::appeal))
                .or(() -> Optional.of(remit.appeals())
                        .filter(appeals -> appeals.size() == 1)
                        .map(List::getFirst))
                .filter(remit::covers)
                .map(appeal -> new Criterion(appeal, criterion.mark(), criterion.like()));
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
        if (criterion.isEmpty() || !verdict.isOfWhatWaits() || !by.remit().covers(slug(criterion))) {
            throw new IllegalArgumentException("Only what waits and is meant is approved or rejected");
        }
        UUID bulk = bulks.start(by, verdict, reason, criterion, counted);
        trail.noted(by, "bulk-" + verdict.word(), null, bulk.toString(), reason);
        return bulk;
    }

    /** Starts to undo all of it that stands as it was decided; false where it is too late for that. */
    @Transactional
    public boolean undo(Reviewer by, UUID bulk) {
        boolean undone = find(by, bulk).isPresent() && bulks.undo(by, bulk);
        if (undone) {
            trail.noted(by, "bulk-undo", null, bulk.toString(), null);
        }
        return undone;
    }

    public Optional<Bulk> find(Reviewer by, UUID bulk) {
        return bulks.find(bulk).filter(found -> by.remit().covers(found.appeal()));
    }

    public List<Bulk> latest(Reviewer by, int limit) {
        return bulks.latest(limit, by.remit());
    }

    private static @Nullable String slug(Criterion criterion) {
        return criterion.appeal() == null ? null : criterion.appeal().value();
    }
}
