package org.upprop.verification.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rule.
 *
 * @param value a domain, a number, or the keyed hash of an address
 * @param note what whoever added it wants others to know
 */
public record ScreeningRule(
        UUID id, RuleKind kind, String value, @Nullable String note, String addedBy, Instant addedAt) {}
