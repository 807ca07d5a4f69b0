package org.upprop.publication.list.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A count as JSON. Where signatories are at risk the parts are null, and so is the total below 10.
 *
 * @param goal how many the organiser hopes for; null where there is no goal, or the appeal has not been read yet
 * @param asOf everybody is counted who was due before then; null while that is not known
 * @param inQueue how many decided signatures are not counted yet; null while that is not known, or kept back
 */
record CountJson(
        @Nullable Long total,
        @Nullable Long individuals,
        @Nullable Long organisations,
        @Nullable Long hidden,
        @Nullable Integer goal,
        @Nullable Instant asOf,
        @Nullable Long inQueue) {

    static CountJson of(AskedList list) {
        ShownCount count = list.shownCount();
        ShownCount.Parts parts = count.parts();
        return new CountJson(
                count.total(),
                parts == null ? null : parts.individuals(),
                parts == null ? null : parts.organisations(),
                parts == null ? null : parts.hidden(),
                list.goal(),
                list.asOf(),
                list.inQueue());
    }
}
