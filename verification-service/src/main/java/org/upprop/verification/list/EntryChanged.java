package org.upprop.verification.list;

/** An entry is ahead of what the list was told, to be seen once the transaction is committed. */
public record EntryChanged() {}
