package org.upprop.publication.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many have signed an appeal.
 *
 * @param hidden those among them who are counted and not shown
 * @param revision grows with every change of the list, also where the list is built anew; 0 for one that never changed
 * @param changedAt when the list became what it is, if it ever changed
 * @param atRisk whether its signatories are in danger where they live, as far as the database has heard
 */
public record ListCount(
        long total,
        long individuals,
        long organisations,
        long hidden,
        long revision,
        @Nullable Instant changedAt,
        @Nullable Boolean atRisk) {

    public static final ListCount NONE = new ListCount(0, 0, 0, 0, 0, null, null);
}
