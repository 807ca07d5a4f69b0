package org.upprop.publication.list.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.list.ListPart;

/**
 * A part of a list as JSON.
 *
 * @param next what to ask for {@code after}; null at the end
 * @param asOf everybody is listed who was due before then; null while that is not known
 * @param inQueue how many decided signatures are not shown yet; null while that is not known, or kept back
 */
record ListJson(
        List<SignatoryJson> items,
        @Nullable String next,
        @Nullable Instant asOf,
        @Nullable Long inQueue) {

    static ListJson of(AskedList list, ListPart part, @Nullable String next) {
        return new ListJson(
                list.shown(part.signatories()).stream().map(SignatoryJson::of).toList(),
                next,
                list.asOf(),
                list.inQueue());
    }
}
