package org.upprop.publication.list.web;

import org.jspecify.annotations.Nullable;
import org.upprop.count.PublicCount;
import org.upprop.publication.list.ListCount;

/**
 * What everybody may know of a count; see {@link PublicCount}.
 *
 * @param total nothing while it is kept back
 * @param parts nothing where they are kept back
 */
public record ShownCount(@Nullable Long total, @Nullable Parts parts) {

    static ShownCount whole(ListCount count) {
        return new ShownCount(count.total(), new Parts(count.individuals(), count.organisations(), count.hidden()));
    }

    static ShownCount atRisk(ListCount count) {
        return new ShownCount(PublicCount.totalAtRisk(count.total()), null);
    }

    /** How many of each kind, and how many of all are counted and not shown. */
    public record Parts(long individuals, long organisations, long hidden) {}
}
