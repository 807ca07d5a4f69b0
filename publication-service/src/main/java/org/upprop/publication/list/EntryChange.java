package org.upprop.publication.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Display;
import org.upprop.signature.SignatoryKind;

/** What an event did to an entry: how it stood on a list before and how it stands now, nothing where it did not. */
record EntryChange(@Nullable Standing before, @Nullable Standing after) {

    /** What the counts need to know of an entry that is on a list. */
    record Standing(
            AppealSlug appeal,
            SignatoryKind kind,
            Display display,
            @Nullable String country,
            String source,
            String locale,
            Instant listedAt) {}

    Outcome outcome() {
        if (after == null) {
            return Outcome.REMOVED;
        }
        return before == null ? Outcome.LISTED : Outcome.CHANGED;
    }

    /** What became of an event. */
    enum Outcome {
        /** An entry came on the list. */
        LISTED,
        /** An entry that was on the list changed. */
        CHANGED,
        /** An entry was taken off, or is remembered as one that must not come. */
        REMOVED,
        /** The list knew as much already, or more. */
        OUTDATED
    }
}
