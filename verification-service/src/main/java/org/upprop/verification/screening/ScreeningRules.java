package org.upprop.verification.screening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules as they are now; whatever comes in next is screened by them, on every instance. */
public interface ScreeningRules {

    List<ScreeningRule> all();

    /** Adds one, or returns the one that says the same already. Of kind {@code burst} it takes the other's place. */
    ScreeningRule add(RuleKind kind, String value, @Nullable String note, String by);

    /** Removes one, and returns what it was. */
    Optional<ScreeningRule> remove(UUID rule);
}
