package org.upprop.signature;

import org.upprop.appeal.AppealSlug;

/** What the list is told about one entry. The higher version is the later one, whatever order they arrive in. */
public sealed interface EntryEvent extends VerifiedEvent permits SignatureVerified, EntryRemoved {

    EntryId entryId();

    AppealSlug appeal();

    /** Counts the states of this entry from 1; a reader applies only what is higher than what it has. */
    long version();
}
