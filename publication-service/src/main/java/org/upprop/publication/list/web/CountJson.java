package org.upprop.publication.list.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.list.ListCount;

/**
 * A count as JSON.
 *
 * @param goal how many the organiser hopes for; null where there is no goal, or the appeal has not been read yet
 * @param asOf the count is as it was then; null where nothing was ever listed
 * @param inQueue how many decided signatures are not counted yet; null while that is not known
 */
record CountJson(
        long total,
        long individuals,
        long organisations,
        long hidden,
        @Nullable Integer goal,
        @Nullable Instant asOf,
        @Nullable Long inQueue) {

    static CountJson of(AskedList list) {
        ListCount count = list.count();
        return new CountJson(
                count.total(),
                count.individuals(),
                count.organisations(),
                count.hidden(),
                list.goal(),
                count.changedAt(),
                null);
    }
}
