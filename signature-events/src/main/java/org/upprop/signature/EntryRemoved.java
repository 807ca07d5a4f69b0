package org.upprop.signature;

import org.upprop.appeal.AppealSlug;

/**
 * An entry is no longer on the list. On {@code signatures.verified.v1} it is a null under the entry's key, so that
 * compaction forgets the name; appeal and version travel in the headers.
 */
public record EntryRemoved(EntryId entryId, AppealSlug appeal, long version) implements EntryEvent {}
