package org.upprop.verification.restoration;

import java.time.Instant;
import org.upprop.signature.EntryEvent;

/** @param at since when that was due */
public record Said(EntryEvent event, Instant at) {}
