package org.upprop.publication.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many have signed an appeal.
 *
 * @param hidden those among them who are counted and not shown
 * @param revision grows with every change of the list, also where the list is built anew; 0 for one that never changed
 * @param asOf the list has everything that was due before then; null while that is not known
 * @param atRisk whether its signatories are in danger where they live, as far as the database has heard
 * @param inQueue how many decided signatures are due and not on it yet; null while that is not known
 */
public record ListCount(
        long total,
        long individuals,
        long organisations,
        long hidden,
        long revision,
        @Nullable Instant asOf,
        @Nullable Boolean atRisk,
        @Nullable Long inQueue) {

    /** Whether there ever was a list of that name. */
    public boolean isBegun() {
        return revision > 0;
    }
}
