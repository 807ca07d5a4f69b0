package org.upprop.publication.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and the count of the whole as it was at the same moment.
 *
 * @param next where the list goes on, if it does
 * @param searchedInPart whether there are fewer names than were asked for because only so many are looked through at once;
 *     there may be more behind {@code next}
 */
public record ListPart(
        ListCount count,
        List<ListedSignatory> signatories,
        @Nullable ListPlace next,
        boolean searchedInPart) {

    public ListPart {
        signatories = List.copyOf(signatories);
    }
}
