package org.upprop.signature;

/** What a record of {@code signatures.verified.v1} says: what became of one entry, or how far its partition goes. */
public sealed interface VerifiedEvent permits EntryEvent, Watermark {}
